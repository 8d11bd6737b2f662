package org.citybrain.platform.region.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The ways in which a division's name is written. */
final class DivisionNames {
    private static final List<String> PROVINCE_KINDS = List.of("维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "省", "市");
    private static final List<String> COUNTY_KINDS = List.of("区", "县", "市");
    private static final List<String> TOWN_KINDS = List.of("街道", "民族乡", "镇", "乡");
    private static final List<String> NEIGHBOURHOOD = List.of("居委会", "居民委员会");
    private static final List<String> VILLAGE = List.of("村委会", "村民委员会");

    private static final List<String> VILLAGE_KINDS = List.of("社区居民委员会", "社区居委会", "居民委员会", "居委会", "村民委员会", "村委会");

    private DivisionNames() {}

    /** Names that say what kind of division it is, the official one among them. */
    static Set<String> whole(String code, String name) {
        Set<String> names = new LinkedHashSet<>(Set.of(name));
        if (code.length() == 9 && name.endsWith("街道")) {
            names.add(name + "办事处");
        } else if (code.length() == 12) {
            addVillage(names, name);
        }
        return names;
    }

    /** The name without its kind, as people shorten it; empty where it would be a single sign. */
    static String shortened(String code, String name) {
        List<String> kinds = switch (code.length()) {
            case 2 -> PROVINCE_KINDS;
            case 9 -> TOWN_KINDS;
            case 12 -> VILLAGE_KINDS;
            default -> COUNTY_KINDS;
        };
        return kinds.stream()
                .filter(kind -> name.endsWith(kind) && name.length() - kind.length() >= 2)
                .map(kind -> name.substring(0, name.length() - kind.length()))
                .findFirst()
                .orElse("");
    }

    /** 朝阳社区居委会 is 朝阳社区 and 朝阳居委会, too; 彬江村委会 is 彬江村. */
    private static void addVillage(Set<String> names, String name) {
        add(names, name, NEIGHBOURHOOD, "社区");
        add(names, name, VILLAGE, "村");
    }

    private static void add(Set<String> names, String name, List<String> committees, String kind) {
        committees.stream().filter(name::endsWith).findFirst().ifPresent(committee -> {
            String bare = name.substring(0, name.length() - committee.length());
            boolean named = bare.endsWith("社区") || bare.endsWith("村");
            String stem = bare.endsWith(kind) ? bare.substring(0, bare.length() - kind.length()) : bare;
            names.add(named ? bare : bare + kind);
            committees.forEach(each -> names.add(bare + each));
            if (!stem.isEmpty()) {
                committees.forEach(each -> names.add(stem + each));
            }
        });
    }
}
