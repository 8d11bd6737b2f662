package org.citybrain.sceneformat;

import java.util.List;
import org.citybrain.kernel.text.Bilingual;

/**
 * When an outcome of a rule becomes an alert (预警), what it starts and when it falls.
 *
 * @param raise outcomes that raise it
 * @param doubt outcomes that ask a person to look because data is missing
 * @param withdraw outcomes that withdraw a standing alert; an outcome in none of the lists changes nothing
 * @param level BLUE, YELLOW, ORANGE or RED
 * @param place input whose value is the area code the to-do is routed by
 * @param name input whose value is the subject's name (shown masked)
 * @param process id of the process an alert starts; empty when none
 * @param doubtRole scene role that gets a doubtful case; empty when none
 */
public record AlertSpec(
        String id,
        String file,
        String rule,
        List<String> raise,
        List<String> doubt,
        List<String> withdraw,
        String level,
        Bilingual title,
        String place,
        String name,
        String process,
        String doubtRole) {
    public AlertSpec {
        raise = List.copyOf(raise);
        doubt = List.copyOf(doubt);
        withdraw = List.copyOf(withdraw);
    }
}
