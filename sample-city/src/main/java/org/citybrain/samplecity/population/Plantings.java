package org.citybrain.samplecity.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.citybrain.samplecity.city.Divisions;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.population.Income.Source;

/** Builds the planted households: see {@link StoryHousehold}. Amounts are chosen so that the cents work out exactly. */
final class Plantings {
    private final Registrar registrar;
    private final LocalDate startDay;
    private final Village storyVillage;
    private final Village otherVillage;

    Plantings(Registrar registrar, Divisions divisions, LocalDate startDay) {
        this.registrar = registrar;
        this.startDay = startDay;
        this.storyVillage = divisions.storyVillage();
        this.otherVillage = divisions.villages().stream()
                .filter(v -> v.countyCode().equals(storyVillage.countyCode()) && !v.isUrban())
                .filter(v -> !v.equals(storyVillage))
                .findFirst()
                .orElse(storyVillage);
    }

    List<Livelihood> all() {
        List<Livelihood> all = new ArrayList<>();
        for (StoryHousehold story : StoryHousehold.values()) {
            all.add(
                    switch (story) {
                        case SEEDED_LEFT_BEHIND -> leftBehind();
                        case SEEDED_MOVED_OUT -> movedOut(all.getLast());
                        default -> planted(story);
                    });
        }
        return all;
    }

    private Livelihood planted(StoryHousehold story) {
        Plot plot = new Plot(story);
        return story.comingSelfPaidCents() > 0
                ? awaiting(story, plot).finish()
                : seeded(story, plot).finish();
    }

    /** Households whose bill is still to come. */
    private Plot awaiting(StoryHousehold story, Plot plot) {
        return switch (story) {
            case HERO ->
                plot.adult(42, 1_800_000, Source.WAGE)
                        .spouse("周冬梅", 640_000)
                        .mother("钟秀英", 68, 240_000)
                        .daughter("吴佳宁", 13);
            case EXACT, OVER -> plot.adult(47, 1_900_000, Source.WAGE).spouse("罗细妹", 600_000);
            case MISSING -> plot.adult(51, 1_200_000, Source.WAGE).unrecorded("黄桂花");
            case REVERSAL -> plot.adult(45, 1_400_000, Source.WAGE).spouse("谢玉兰", 600_000);
            default -> throw new IllegalStateException("No plot for " + story);
        };
    }

    /** Households whose bills were settled before the start. */
    private Plot seeded(StoryHousehold story, Plot plot) {
        return switch (story) {
            case SEEDED_EXACT ->
                plot.adult(55, 2_000_000, Source.TRANSFER).bill(60, 1_500_000).bill(20, 2_500_000);
            case SEEDED_OVER ->
                plot.adult(55, 2_000_000, Source.TRANSFER).bill(60, 1_500_000).bill(20, 2_500_200);
            case SEEDED_LISTED ->
                plot.adult(49, 900_000, Source.TRANSFER).spouse("彭金莲", 600_000).bill(12, 3_600_000);
            case SEEDED_MISSING ->
                plot.adult(44, 1_500_000, Source.WAGE).unrecorded("曾海燕").bill(30, 4_000_000);
            case SEEDED_REVERSED -> plot.adult(52, 1_000_000, Source.TRANSFER).reversedBill(25, 5_000_000);
            case SEEDED_OLD_NUMBER -> plot.adult(79, 360_000, Source.PENSION).billUnderOldNumber(15, 1_900_000);
            case SEEDED_TWO_YEARS ->
                plot.adult(50, 1_000_000, Source.TRANSFER)
                        .bill(startDay.getDayOfYear() + 30, 1_500_000)
                        .bill(40, 1_500_000);
            case SEEDED_ZERO -> plot.adult(58, 0, Source.TRANSFER).bill(33, 12_000);
            default -> throw new IllegalStateException("No plot for " + story);
        };
    }

    private Livelihood leftBehind() {
        Plot plot = new Plot(StoryHousehold.SEEDED_LEFT_BEHIND);
        plot.adult(61, 700_000, Source.PENSION);
        Resident son = registrar.resident(
                StoryHousehold.SEEDED_MOVED_OUT.head(),
                true,
                startDay.minusYears(33).minusDays(90));
        plot.members.add(new Member(son, "子", startDay.minusYears(33), startDay.minusYears(5)));
        return plot.finish();
    }

    private Livelihood movedOut(Livelihood left) {
        Plot plot = new Plot(StoryHousehold.SEEDED_MOVED_OUT);
        Resident son = left.household().members().getLast().resident();
        plot.members.add(new Member(son, "户主", startDay.minusYears(5), null));
        plot.income(son, 1_200_000, Source.TRANSFER, "灵活就业");
        return plot.bill(18, 3_000_000).finish();
    }

    /** One planted household while it is put together. */
    private final class Plot {
        private final StoryHousehold story;
        private final List<Member> members = new ArrayList<>();
        private final List<Income> incomes = new ArrayList<>();
        private final List<Bill> bills = new ArrayList<>();

        private Plot(StoryHousehold story) {
            this.story = story;
        }

        private Resident head() {
            return members.getFirst().resident();
        }

        private Plot adult(int age, long cents, Source source) {
            return person(story.head(), "户主", true, age, cents, source);
        }

        private Plot spouse(String name, long cents) {
            return person(name, "配偶", false, 40, cents, Source.TRANSFER);
        }

        private Plot mother(String name, int age, long cents) {
            return person(name, "母", false, age, cents, Source.PENSION);
        }

        private Plot person(String name, String relation, boolean male, int age, long cents, Source source) {
            Resident resident = add(name, relation, male, age);
            String from = switch (source) {
                case WAGE -> storyVillage.county() + "样例竹业有限公司";
                case PENSION -> "";
                case TRANSFER -> cents == 0 ? "无收入" : "农业经营";
            };
            return income(resident, cents, source, from);
        }

        private Plot unrecorded(String name) {
            add(name, "配偶", false, 41);
            return this;
        }

        private Plot daughter(String name, int age) {
            add(name, "女", false, age);
            return this;
        }

        private Resident add(String name, String relation, boolean male, int age) {
            LocalDate birth = startDay.minusYears(age).minusDays(100);
            Resident resident = registrar.resident(name, male, birth);
            LocalDate joined =
                    birth.plusDays(20).isAfter(startDay.minusYears(15)) ? birth.plusDays(20) : startDay.minusYears(15);
            members.add(new Member(resident, relation, joined, null));
            return resident;
        }

        private Plot income(Resident resident, long cents, Source source, String from) {
            incomes.add(new Income(resident, source, startDay.getYear() - 2, cents, from));
            incomes.add(new Income(resident, source, startDay.getYear() - 1, cents, from));
            return this;
        }

        private Plot bill(int daysAgo, long selfPaid) {
            return bill(daysAgo, selfPaid, false, "");
        }

        private Plot reversedBill(int daysAgo, long selfPaid) {
            return bill(daysAgo, selfPaid, true, "");
        }

        private Plot billUnderOldNumber(int daysAgo, long selfPaid) {
            String number = head().idNumber();
            return bill(daysAgo, selfPaid, false, number.substring(0, 6) + number.substring(8, 17));
        }

        private Plot bill(int daysAgo, long selfPaid, boolean reversed, String shownId) {
            LocalDate settled = startDay.minusDays(daysAgo);
            bills.add(new Bill(
                    head(),
                    "样例市人民医院",
                    "恶性肿瘤",
                    settled.minusDays(18),
                    settled,
                    selfPaid * 5 / 2,
                    selfPaid,
                    reversed,
                    shownId));
            return this;
        }

        private Livelihood finish() {
            Village village = story.comingSelfPaidCents() > 0 ? storyVillage : otherVillage;
            String address = village.address(story.ordinal() + 3);
            Household household = new Household(registrar.nextHouseholdNumber(village), village, address, members);
            List<String> plans = household.present().stream().map(r -> "居民").toList();
            return new Livelihood(household, incomes, bills, List.of(), plans, story.slug());
        }
    }
}
