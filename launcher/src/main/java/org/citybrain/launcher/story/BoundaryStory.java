package org.citybrain.launcher.story;

import java.time.Duration;
import java.util.Optional;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;

/** 2.0 times last year's income is not listed, 2.0001 times is: the line is strict. */
public final class BoundaryStory implements Story {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "boundary";
    }

    @Override
    public String title() {
        return "2.0 倍不列入, 2.0001 倍列入 · 2.0 times is not listed, 2.0001 times is";
    }

    @Override
    public void walk(Walk walk) {
        Cases county = Cases.of(walk, "county-officer");
        TruthHousehold exact = TruthHousehold.find(walk.city().home(), "exact");
        TruthHousehold over = TruthHousehold.find(walk.city().home(), "over");
        Hospital hospital = Hospital.of(walk);

        hospital.writeBill(exact);
        hospital.writeBill(over);

        String caseId = walk.await(
                "2.0001 倍列入 listed",
                SOON,
                () -> county.find(over.ref(walk.config())).map(Cases::id));
        MainStory.explained(walk, county.get(caseId), "LISTED");
        // The bills travel in one lane: the second one's case shows that the first bill has been judged.
        walk.expect(
                "2.0 倍不列入 not listed",
                Optional.empty(),
                county.find(exact.ref(walk.config())).map(Cases::id));
    }
}
