package org.citybrain.gateway.folder;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.citybrain.gateway.folder.CellFormat.Kind;

/**
 * The text of a number cell in the source's terms: dates after ISO 8601, whole numbers without a point, never in powers of
 * ten, and no digit of the format or of the value lost. Spreadsheets count with 15 digits.
 */
final class CellText {
    private static final int DIGITS = 15;
    private static final MathContext EXACT = new MathContext(DIGITS, RoundingMode.HALF_UP);
    private static final int DAYS_1904 = 1_462;
    private static final long LAST_DAY = 2_958_465;
    private static final LocalDate DAY_NOUGHT = LocalDate.of(1899, 12, 31);
    private static final long DAY_MILLIS = 86_400_000L;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private final boolean from1904;
    private final Map<String, CellFormat> formats = new HashMap<>();

    CellText(boolean from1904) {
        this.from1904 = from1904;
    }

    /** A number that no text can stand for. */
    static final class NoTextException extends Exception {
        private static final long serialVersionUID = 1;
        private final Reason reason;

        enum Reason {
            NO_SUCH_DAY,
            OUT_OF_RANGE,
            DIGITS_LOST
        }

        NoTextException(Reason reason) {
            super(reason.name());
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    /** The text of a number under a format. */
    String of(BigDecimal number, int formatId, String formatCode) throws NoTextException {
        CellFormat format =
                formats.computeIfAbsent(formatId + " " + formatCode, key -> CellFormat.of(formatId, formatCode));
        return switch (format.kind()) {
            case DATE, DATE_TIME -> dateTime(number, format.kind());
            case TIME -> time(number);
            case NUMBER -> plain(number, format);
        };
    }

    private static String plain(BigDecimal number, CellFormat format) throws NoTextException {
        BigDecimal value = number.round(EXACT);
        if (value.precision() - value.scale() > DIGITS) {
            throw new NoTextException(NoTextException.Reason.DIGITS_LOST);
        }
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        int scale = Math.max(Math.max(value.scale(), 0), format.decimals());
        String text = value.setScale(scale, RoundingMode.UNNECESSARY).toPlainString();
        boolean padded = scale == 0 && value.signum() >= 0 && text.length() < format.width();
        return padded ? "0".repeat(format.width() - text.length()) + text : text;
    }

    private String dateTime(BigDecimal serial, Kind kind) throws NoTextException {
        if (kind == Kind.DATE_TIME && serial.signum() >= 0 && serial.compareTo(BigDecimal.ONE) < 0 && !from1904) {
            return time(serial);
        }
        long millis = millis(serial);
        long day = Math.floorDiv(millis, DAY_MILLIS) + (from1904 ? DAYS_1904 : 0);
        LocalDate date = date(day);
        long rest = Math.floorMod(millis, DAY_MILLIS);
        if (kind == Kind.DATE && rest == 0) {
            return date.toString();
        }
        LocalDateTime time = date.atStartOfDay().plusNanos(rest * 1_000_000);
        return date + " " + time.format(rest % 1_000 == 0 ? SECONDS : MILLIS);
    }

    /** Day 60 of the system of 1900 is the 29th of February 1900, which never was; the days before it count one less. */
    private LocalDate date(long day) throws NoTextException {
        if (day < 1 || day > LAST_DAY) {
            throw new NoTextException(NoTextException.Reason.OUT_OF_RANGE);
        }
        if (day == 60 && !from1904) {
            throw new NoTextException(NoTextException.Reason.NO_SUCH_DAY);
        }
        return DAY_NOUGHT.plusDays(day > 60 ? day - 1 : day);
    }

    private static String time(BigDecimal serial) throws NoTextException {
        long millis = millis(serial);
        if (millis < 0) {
            throw new NoTextException(NoTextException.Reason.OUT_OF_RANGE);
        }
        long hours = millis / 3_600_000;
        LocalDateTime rest = LocalDateTime.of(2000, 1, 1, 0, 0).plusNanos(millis % 3_600_000 * 1_000_000);
        String minutes = rest.format(rest.getNano() == 0 ? SECONDS : MILLIS).substring(2);
        return (hours < 10 ? "0" : "") + hours + minutes;
    }

    private static long millis(BigDecimal serial) throws NoTextException {
        if (serial.abs().compareTo(BigDecimal.valueOf(LAST_DAY + 1)) > 0) {
            throw new NoTextException(NoTextException.Reason.OUT_OF_RANGE);
        }
        return serial.multiply(BigDecimal.valueOf(DAY_MILLIS))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
    }
}
