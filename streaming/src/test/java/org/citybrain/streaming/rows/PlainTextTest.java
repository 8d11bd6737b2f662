package org.citybrain.streaming.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
    private final Random random = new Random(5);

    private static byte[] padded(String text) {
        return ("9" + text + "9").getBytes(StandardCharsets.UTF_8);
    }

    private static long decimal(String text, int scale) {
        return PlainText.decimal(padded(text), 1, text.length(), scale);
    }

    private static long date(String text) {
        return PlainText.date(padded(text), 1, text.length());
    }

    private static long timestamp(String text) {
        return PlainText.timestamp(padded(text), 1, text.length());
    }

    @Test
    void readsEveryDecimalThatPrintsAsItWasWritten() {
        for (int i = 0; i < 20_000; i++) {
            int scale = random.nextInt(5);
            long unscaled = random.nextLong() >> 5 + random.nextInt(58);
            String text = BigDecimal.valueOf(unscaled, scale).toPlainString();
            assertThat(decimal(text, scale)).as(text).isEqualTo(text.length() > 18 + 2 ? PlainText.OTHER : unscaled);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", ".5", "1.", "01.50", "-0.00", "1,50", "+1.50", " 1.50", "1.5", "1.500", "1e2.0", "NaN"})
    void leavesOtherSpellingsOfDecimals(String text) {
        assertThat(decimal(text, 2)).isEqualTo(PlainText.OTHER);
    }

    @Test
    void leavesNumbersThatALongMayNotHold() {
        assertThat(decimal("999999999999999999", 0)).isEqualTo(999_999_999_999_999_999L);
        assertThat(decimal("1000000000000000000", 0)).isEqualTo(PlainText.OTHER);
        assertThat(decimal("99999999999999999.99", 2)).isEqualTo(PlainText.OTHER);
    }

    private static double binary(String text) {
        return PlainText.binary(padded(text), 1, text.length());
    }

    @Test
    void readsDoublesThatPrintAsTheyWereWrittenToTheLastBit() {
        int read = 0;
        for (int i = 0; i < 200_000; i++) {
            long unscaled = random.nextLong() >> 8 + random.nextInt(56);
            String text = BigDecimal.valueOf(unscaled, random.nextInt(14)).toPlainString();
            double quick = binary(text);
            if (!Double.isNaN(quick)) {
                read++;
                assertThat(Double.doubleToRawLongBits(quick))
                        .as(text)
                        .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(text)));
                assertThat(Double.toString(quick)).isEqualTo(text);
            }
        }
        assertThat(read).isGreaterThan(20_000);
    }

    @Test
    void readsTheDoublesOfAnOrdinaryColumnQuickly() {
        for (String text :
                new String[] {"0.001", "0.5", "-976.0625", "1.0", "9999999.0", "9999999.99999999", "100.0"}) {
            assertThat(binary(text)).as(text).isEqualTo(Double.parseDouble(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "-",
                "1",
                "1.",
                ".5",
                "-.5",
                "0.0",
                "-0.0",
                "1.50",
                "01.5",
                "1.00",
                "0.0009",
                "10000000.0",
                "1.5E7",
                "NaN",
                "Infinity",
                "1,5",
                "1.2.3",
                "--1.5",
                "9999999.999999999",
                "1234567.8901234567"
            })
    void leavesOtherSpellingsOfDoubles(String text) {
        assertThat(binary(text)).isNaN();
    }

    @Test
    void readsEveryDayOfTheCalendarAndNoOther() {
        for (int year : new int[] {1, 4, 100, 400, 1582, 1900, 1970, 2000, 2023, 2024, 9999}) {
            for (int month = 0; month <= 13; month++) {
                for (int day = 0; day <= 32; day++) {
                    String text = String.format("%04d-%02d-%02d", year, month, day);
                    long expected;
                    try {
                        expected = LocalDate.parse(text).toEpochDay();
                    } catch (DateTimeException e) {
                        expected = PlainText.OTHER;
                    }
                    assertThat(date(text)).as(text).isEqualTo(expected);
                }
            }
        }
        assertThat(date("2026/01/01")).isEqualTo(PlainText.OTHER);
        assertThat(date("20260101")).isEqualTo(PlainText.OTHER);
    }

    @Test
    void readsTimesAsTheyArePrintedAndNoOther() {
        DateTimeFormatter form = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
        for (int i = 0; i < 5_000; i++) {
            long micros = random.nextLong() % 100_000_000_000_000_000L;
            micros = i % 3 == 0 ? micros / 1_000_000 * 1_000_000 : i % 3 == 1 ? micros / 1_000 * 1_000 : micros;
            LocalDateTime time = LocalDateTime.ofInstant(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), ZoneOffset.UTC);
            if (time.getYear() < 1 || time.getYear() > 9999) {
                continue;
            }
            String text = form.format(time);
            if (time.getNano() > 0) {
                text += String.format(".%06d", time.getNano() / 1_000).replaceAll("0+$", "");
            }
            assertThat(timestamp(text)).as(text).isEqualTo(micros);
        }
        for (String other : new String[] {
            "2026-01-01T00:00:00",
            "2026-01-01 24:00:00",
            "2026-01-01 00:60:00",
            "2026-01-01 00:00:00.50",
            "2026-01-01 00:00:00.",
            "2026-01-01 00:00:00+08",
            "2026-01-01 00:00",
            "infinity"
        }) {
            assertThat(timestamp(other)).as(other).isEqualTo(PlainText.OTHER);
        }
    }

    @Test
    void knowsTextAsTheStrictDecoderDoes() {
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(5)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte) (random.nextBoolean() ? 0x80 + random.nextInt(0x40) : random.nextInt(256));
            }
            boolean expected = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(0) < 0;
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                assertThat(PlainText.characters(bytes, 0, bytes.length))
                        .isEqualTo(text.codePointCount(0, text.length()));
            } catch (CharacterCodingException e) {
                expected = false;
            }
            assertThat(PlainText.isText(bytes, 0, bytes.length))
                    .as(java.util.HexFormat.of().formatHex(bytes))
                    .isEqualTo(expected);
        }
    }
}
