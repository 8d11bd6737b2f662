package org.citybrain.launcher.check;

import java.util.List;
import org.citybrain.launcher.story.BoundaryStory;
import org.citybrain.launcher.story.MainStory;
import org.citybrain.launcher.story.MissingIncomeStory;
import org.citybrain.launcher.story.ReversalStory;
import org.citybrain.launcher.walk.Story;

/** All stories in their order: quiet ones first, then those that break things. */
public final class Stories {

    private Stories() {}

    public static List<Story> all() {
        return List.of(new MainStory(), new BoundaryStory(), new MissingIncomeStory(), new ReversalStory());
    }
}
