package org.citybrain.samplecity.truth;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.citybrain.samplecity.population.Livelihood;
import org.citybrain.samplecity.population.StoryHousehold;
import org.citybrain.samplecity.tables.Records;

/**
 * Writes {@code truth/medical-burden.csv} and {@code truth/stories.csv}; they appear under their names only when whole.
 * Households that are neither planted nor notable ({@link Burden#isNotable}) are NOT_LISTED and left out.
 */
public final class TruthFiles implements Closeable {
    /** Name of the file of expected outcomes. */
    public static final String BURDEN = "medical-burden.csv";
    /** Name of the file of planted households. */
    public static final String STORIES = "stories.csv";

    private final Path folder;
    private final int thisYear;
    private final BufferedWriter burdens;
    private final BufferedWriter stories;

    /** Opens both files for a city whose time starts in a year. */
    public TruthFiles(Path folder, int thisYear) {
        this.folder = folder;
        this.thisYear = thisYear;
        try {
            Files.createDirectories(folder);
            burdens = Files.newBufferedWriter(draft(BURDEN));
            stories = Files.newBufferedWriter(draft(STORIES));
            burdens.write("household_no,period,self_paid_total,last_year_income,ratio,expected,story\n");
            stories.write(
                    "story,household_no,head,village_code,coming_self_paid,coming_total,expected_before,expected_after\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write truth files in " + folder, e);
        }
    }

    /** Whether whole files are there. */
    public static boolean areWhole(Path folder) {
        return Files.exists(folder.resolve(BURDEN)) && Files.exists(folder.resolve(STORIES));
    }

    /** Notes what is true of a household whose rows the ledger has read. */
    public void note(Livelihood life, HouseholdLedger ledger) {
        String household = life.household().number();
        for (int period = thisYear - 1; period <= thisYear; period++) {
            Burden burden = ledger.burden(household, period);
            if (life.isPlanted() || burden.isNotable()) {
                line(
                        burdens,
                        household,
                        String.valueOf(period),
                        Records.money(burden.selfPaidCents()),
                        income(burden),
                        burden.ratio(),
                        burden.expected().name(),
                        life.story());
            }
        }
        StoryHousehold.find(life.story()).ifPresent(story -> story(story, life, ledger.burden(household, thisYear)));
    }

    private void story(StoryHousehold story, Livelihood life, Burden before) {
        Burden after = new Burden(
                before.household(),
                before.period(),
                before.selfPaidCents() + story.comingSelfPaidCents(),
                before.incomeCents());
        line(
                stories,
                story.slug(),
                before.household(),
                story.head(),
                life.household().village().code(),
                Records.money(story.comingSelfPaidCents()),
                Records.money(story.comingTotalCents()),
                before.expected().name(),
                after.expected().name());
    }

    private static String income(Burden burden) {
        return burden.incomeCents().isEmpty()
                ? ""
                : Records.money(burden.incomeCents().getAsLong());
    }

    private static void line(BufferedWriter out, String... cells) {
        try {
            out.write(String.join(",", List.of(cells)));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a truth file", e);
        }
    }

    /** Gives the files their names; call when every row they speak of is committed. */
    public void publish() throws IOException {
        burdens.close();
        stories.close();
        Files.move(draft(STORIES), folder.resolve(STORIES), StandardCopyOption.REPLACE_EXISTING);
        Files.move(draft(BURDEN), folder.resolve(BURDEN), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path draft(String name) {
        return folder.resolve(name + ".part");
    }

    @Override
    public void close() throws IOException {
        burdens.close();
        stories.close();
        Files.deleteIfExists(draft(BURDEN));
        Files.deleteIfExists(draft(STORIES));
    }
}
