package org.citybrain.samplecity.office;

import org.citybrain.samplecity.belongings.Firm;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.population.Resident;
import org.citybrain.samplecity.tables.Clerk;
import org.citybrain.samplecity.tables.Mistakes;
import org.citybrain.samplecity.tables.RowSink;
import org.citybrain.samplecity.tables.Subject;
import org.jspecify.annotations.Nullable;

/** Writes rows about one household or thing, each person, firm and place as the department gets it down this time. */
final class Pen {
    private final Clerk clerk;
    private final Mistakes mistakes;
    private final Dice dice;
    private final boolean clean;
    private final RowSink sink;
    private final String writtenAt;

    Pen(Clerk clerk, Mistakes mistakes, Dice dice, boolean clean, RowSink sink, String writtenAt) {
        this.clerk = clerk;
        this.mistakes = mistakes;
        this.dice = dice;
        this.clean = clean;
        this.sink = sink;
        this.writtenAt = writtenAt;
    }

    /** This pen's chance. */
    Dice dice() {
        return dice;
    }

    @Nullable
    String id(Resident resident) {
        return clean ? resident.idNumber() : clerk.typedNumber(dice, resident);
    }

    String name(Resident resident) {
        return clean ? resident.name() : mistakes.spaced(dice, clerk.typedName(dice, resident));
    }

    @Nullable
    String phone(Resident resident) {
        return mistakes.phone(dice, resident.personNo(), clean);
    }

    @Nullable
    String code(Firm firm) {
        return clean ? firm.creditCode() : mistakes.creditCode(dice, firm.creditCode());
    }

    String name(Firm firm) {
        return clean
                ? firm.name()
                : mistakes.firmName(dice, firm.name(), firm.village().county());
    }

    String village(Village village) {
        return clean ? village.code() : mistakes.village(dice, village.code());
    }

    String plate(String plate) {
        return clean ? plate : mistakes.plate(dice, plate);
    }

    /** The address, sometimes one of earlier times. */
    String address(Village village, String address) {
        return !clean && clerk.isAddressStale(dice) ? village.address(dice.between(200, 400)) : address;
    }

    static String sex(Resident resident) {
        return resident.male() ? "1" : "2";
    }

    /**
     * Writes a row under the book's next number, and perhaps once more by mistake.
     *
     * @param values of all columns between the key and the moment of writing
     */
    void write(Book book, Subject subject, @Nullable String... values) {
        put(book, subject, values);
        if (!clean && mistakes.repeats(dice)) {
            put(book, subject, values);
        }
    }

    /** The same without a second time, for rows that others refer to by number. */
    void writeOnce(Book book, Subject subject, @Nullable String... values) {
        put(book, subject, values);
    }

    /** Writes a row under a number given before. */
    void writeAs(Book book, long number, Subject subject, @Nullable String... values) {
        put(book, number, subject, values);
    }

    private void put(Book book, Subject subject, @Nullable String[] values) {
        put(book, book.next(), subject, values);
    }

    private void put(Book book, long number, Subject subject, @Nullable String[] values) {
        @Nullable String[] row = new @Nullable String[values.length + 2];
        row[0] = Long.toString(number);
        System.arraycopy(values, 0, row, 1, values.length);
        row[values.length + 1] = writtenAt;
        sink.row(book.table(), subject, row);
    }
}
