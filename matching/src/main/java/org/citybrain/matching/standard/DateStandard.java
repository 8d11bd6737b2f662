package org.citybrain.matching.standard;

/**
 * Dates as eight digits, year first. Read are eight digits in a row, and three numbers with anything between them: year
 * first, or year last with the month before the day unless the first number is no month. A resident identity number of 15
 * or 18 characters gives the birth date in it. An impossible month or day is
 * kept as it stands, since a slip of one digit still tells much; a date of zeros is missing.
 */
final class DateStandard implements Standard {
    private static final int PARTS = 3;
    private static final int OLD_IDENTITY = 15;
    private static final int NEW_IDENTITY = 17;

    private final int[] values = new int[PARTS];
    private final int[] widths = new int[PARTS];
    private final int[] lengths = new int[PARTS];
    private int start;

    @Override
    public void apply(TextBuffer in, TextBuffer out) {
        int parts = split(in);
        if (parts >= 1 && lengths[0] >= OLD_IDENTITY) {
            identity(in, out);
        } else if (parts == 1 && lengths[0] >= 8 || parts > 1 && lengths[0] == 8) {
            write(out, values[0] / 10_000, values[0] / 100 % 100, values[0] % 100);
        } else if (parts == PARTS && widths[0] == 4) {
            write(out, values[0], values[1], values[2]);
        } else if (parts == PARTS && widths[2] == 4) {
            boolean dayFirst = values[0] > 12;
            write(out, values[2], values[dayFirst ? 1 : 0], values[dayFirst ? 0 : 1]);
        }
    }

    /** Reads up to three numbers; digits after the third, such as a time of day, are passed over. */
    private int split(TextBuffer in) {
        int parts = 0;
        boolean inside = false;
        for (int i = 0; i < in.length(); i++) {
            char c = Letters.folded(in.charAt(i));
            boolean digit = c >= '0' && c <= '9';
            if (digit && !inside) {
                if (parts == PARTS) {
                    return parts;
                }
                start = parts == 0 ? i : start;
                values[parts] = 0;
                lengths[parts] = 0;
                widths[parts++] = 0;
            }
            if (digit && widths[parts - 1] < 8) {
                values[parts - 1] = values[parts - 1] * 10 + c - '0';
                widths[parts - 1]++;
            }
            if (digit) {
                lengths[parts - 1]++;
            }
            inside = digit;
        }
        return parts;
    }

    private void identity(TextBuffer in, TextBuffer out) {
        boolean old = lengths[0] < NEW_IDENTITY;
        int from = start + 6;
        boolean zeros = true;
        for (int i = from; i < from + 4; i++) {
            zeros &= Letters.folded(in.charAt(i)) == '0';
        }
        if (zeros) {
            return;
        }
        if (old) {
            out.append("19");
        }
        for (int i = from; i < from + (old ? 6 : 8); i++) {
            out.append(Letters.folded(in.charAt(i)));
        }
    }

    private static void write(TextBuffer out, int year, int month, int day) {
        if (year == 0 || month > 99 || day > 99 || month == 0 && day == 0 && year < 1000) {
            return;
        }
        int number = year * 10_000 + month * 100 + day;
        for (int unit = 10_000_000; unit > 0; unit /= 10) {
            out.append((char) ('0' + number / unit % 10));
        }
    }
}
