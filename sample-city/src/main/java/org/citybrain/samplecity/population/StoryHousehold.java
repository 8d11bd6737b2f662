package org.citybrain.samplecity.population;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The planted households in the order they are registered, the same for every seed and size. Those with a bill to
 * come have none of that size yet: the {@code story} command writes it. The others carry their fate from the start.
 */
public enum StoryHousehold {
    /** 吴长庚, 42, wife, child and mother; the big bill comes by command and lifts the burden to 2.188 times. */
    HERO("吴长庚", 5_864_000, 14_660_000),
    /** The coming bill is exactly 2.0 times last year's income: not listed. */
    EXACT("邹明亮", 5_000_000, 11_000_000),
    /** The coming bill is exactly 2.0001 times last year's income: listed. */
    OVER("易春生", 5_000_250, 11_000_000),
    /** Nobody recorded the wife's income: cannot tell, whatever the bill. */
    MISSING("聂福生", 3_000_000, 7_500_000),
    /** The coming bill lists it; its reversal takes that back. */
    REVERSAL("晏水生", 4_500_000, 9_000_000),
    /** Two bills of this year make exactly 2.0 times. */
    SEEDED_EXACT("甘有根", 0, 0),
    /** Two bills of this year make exactly 2.0001 times. */
    SEEDED_OVER("喻国平", 0, 0),
    /** Listed by a single bill. */
    SEEDED_LISTED("漆冬根", 0, 0),
    /** An adult without any income row. */
    SEEDED_MISSING("敖志强", 0, 0),
    /** A bill that would list it, but reversed. */
    SEEDED_REVERSED("幸新民", 0, 0),
    /** The bill is filed under the patient's old 15-digit number. */
    SEEDED_OLD_NUMBER("况德胜", 0, 0),
    /** Bills of two calendar years are above the line only together. */
    SEEDED_TWO_YEARS("兰金水", 0, 0),
    /** The grown son who left carries the bill: the parents' household is not concerned. */
    SEEDED_LEFT_BEHIND("鄢秋生", 0, 0),
    /** The household of the son who left. */
    SEEDED_MOVED_OUT("鄢文斌", 0, 0),
    /** Recorded income of nothing at all is known: any bill is above the line. */
    SEEDED_ZERO("丰木根", 0, 0);

    private final String head;
    private final long comingSelfPaidCents;
    private final long comingTotalCents;

    StoryHousehold(String head, long comingSelfPaidCents, long comingTotalCents) {
        this.head = head;
        this.comingSelfPaidCents = comingSelfPaidCents;
        this.comingTotalCents = comingTotalCents;
    }

    /** The head's name; invented. */
    public String head() {
        return head;
    }

    /** What the household will pay itself of the coming bill, in cents; 0 when no bill is to come. */
    public long comingSelfPaidCents() {
        return comingSelfPaidCents;
    }

    /** The coming bill in cents; 0 when none is to come. */
    public long comingTotalCents() {
        return comingTotalCents;
    }

    /** Its household number in a city. */
    public String householdNumber(String cityCode) {
        return cityCode + String.valueOf(100_000_001 + ordinal()).substring(1);
    }

    /** Its name on the command line and in truth files, e.g. {@code hero}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The household of a name. */
    public static Optional<StoryHousehold> find(String slug) {
        return Arrays.stream(values()).filter(s -> s.slug().equals(slug)).findFirst();
    }
}
