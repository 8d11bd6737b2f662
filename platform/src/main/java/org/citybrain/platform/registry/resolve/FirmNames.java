package org.citybrain.platform.registry.resolve;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Names of firms: 宜丰县秀水食品有限公司 and 秀水食品公司 have the same core. */
final class FirmNames {
    private static final Pattern NOISE = Pattern.compile("[\\s()\\[\\]·.,\\-—“”\"']");
    private static final Pattern PLACE =
            Pattern.compile("^(?:\\p{IsHan}{2,3}省)?(?:\\p{IsHan}{2,3}市)?(?:\\p{IsHan}{1,3}(?:县|(?<![社园校小])区))?");
    private static final Pattern FORM = Pattern.compile("(?:股份有限公司|有限责任公司|有限公司|责任公司|公司|农民专业合作社|专业合作社|合作社)$");
    private static final int SHORTEST = 2;

    private FirmNames() {}

    /** The name without place, legal form and signs; the whole name where little would be left. */
    static String core(String name) {
        String plain =
                NOISE.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll("");
        String placeless = PLACE.matcher(plain).replaceFirst("");
        String core =
                FORM.matcher(placeless.length() < SHORTEST ? plain : placeless).replaceFirst("");
        return core.length() < SHORTEST ? plain : core;
    }
}
