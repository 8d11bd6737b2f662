package org.citybrain.platform.registry.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.citybrain.kernel.code.CreditCode;
import org.citybrain.kernel.code.RegistrationNumber;
import org.citybrain.kernel.wire.RowChange;

/** Invented firms in three sources: some rows without a code, some under the old registration number, some with a short name. */
final class FirmCity {
    static final String BUSINESS = "market_regulation.business";
    static final String TAXPAYER = "tax.taxpayer";
    static final String UNIT = "human_resources.insured_unit";
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final String SIGNS = "秀水明岳云锦竹海赣禾袁河金稻青松鸿宜瑞丰春台丰和锦江岚山永惠恒泽博锐安晟启宜同禾";
    private static final String[] TRADES = {"食品", "机械", "建材", "物流", "服饰", "电子", "药业", "陶瓷"};
    private static final String[] FAMILIES = {"刘", "李", "王", "张", "陈", "黄", "吴", "周", "胡", "徐"};

    private FirmCity() {}

    /** A valid code of an invented firm. */
    static String code(int number) {
        String text = "91360999MA" + String.format("%07d", number);
        for (char check : ALPHABET.toCharArray()) {
            if (CreditCode.problemOf(text + check).isEmpty()) {
                return text + check;
            }
        }
        throw new IllegalStateException("no check sign for " + text);
    }

    /** A valid old registration number. */
    static String registration(int number) {
        String digits = "360999" + String.format("%08d", number);
        return digits + RegistrationNumber.checkOf(digits);
    }

    static List<RowChange> of(RegistryOfTests registry, int firms, long seed) {
        Random random = new Random(seed);
        List<RowChange> changes = new ArrayList<>();
        for (int i = 0; i < firms; i++) {
            String core = "" + sign(random) + sign(random) + sign(random) + TRADES[random.nextInt(TRADES.length)];
            String name = "宜丰县" + core + "有限公司";
            String boss = FAMILIES[random.nextInt(FAMILIES.length)] + sign(random) + sign(random);
            String phone = "138" + (10_000_000 + i * 6151 % 89_999_999);
            String village = String.format("3609240010%02d", random.nextInt(40));
            String business = i % 10 == 0 ? registration(i) : i % 10 == 5 ? "" : code(i);
            changes.add(registry.row(
                    BUSINESS,
                    "b" + i,
                    "credit_code",
                    business,
                    "title",
                    name,
                    "legal_representative",
                    boss,
                    "phone",
                    phone,
                    "region_code",
                    village,
                    "address",
                    "灵泉路" + i + "号"));
            changes.add(registry.row(
                    TAXPAYER,
                    "t" + i,
                    "credit_code",
                    code(i),
                    "title",
                    i % 7 == 0 ? core + "公司" : name,
                    "legal_representative",
                    boss,
                    "phone",
                    phone));
            changes.add(registry.row(UNIT, "u" + i, "credit_code", code(i), "title", name, "region_code", village));
        }
        return changes;
    }

    private static char sign(Random random) {
        return SIGNS.charAt(random.nextInt(SIGNS.length()));
    }
}
