package org.citybrain.platform.registry;

import org.citybrain.kernel.code.IdentityNumber;

/** How personal values look to those without the right to see them. */
public enum Masking {
    NONE {
        @Override
        public String mask(String value) {
            return value;
        }
    },
    /** **** : nothing stays. */
    WHOLE {
        @Override
        public String mask(String value) {
            return "****";
        }
    },
    /** 张* : the surname stays. */
    NAME {
        @Override
        public String mask(String value) {
            int first = value.isEmpty() ? 0 : value.offsetByCodePoints(0, 1);
            return value.substring(0, first)
                    + "*".repeat(Math.clamp(value.codePointCount(first, value.length()), 1, 2));
        }
    },
    /** 3609**********1234 : city and the last four signs stay. */
    IDENTITY_NUMBER {
        @Override
        public String mask(String value) {
            return IdentityNumber.mask(value);
        }
    },
    /** 139****0001 : the first three and last four digits stay. */
    PHONE {
        @Override
        public String mask(String value) {
            return value.length() < 8 ? "****" : value.substring(0, 3) + "****" + value.substring(value.length() - 4);
        }
    },
    /** 1985-**-** : the year stays. */
    DATE {
        @Override
        public String mask(String value) {
            return value.length() < 4 ? "****" : value.substring(0, 4) + "-**-**";
        }
    },
    /** The first six signs stay: county, not house. */
    ADDRESS {
        @Override
        public String mask(String value) {
            return value.length() <= 6 ? value + "***" : value.substring(0, 6) + "***";
        }
    };

    /** The masked form. */
    public abstract String mask(String value);

    /** The masking of a declaration's slug such as {@code identity-number}; none when it is blank. */
    public static Masking of(String slug) {
        return slug.isBlank()
                ? NONE
                : valueOf(slug.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
}
