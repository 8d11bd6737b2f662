package org.citybrain.platform.rules.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.citybrain.decisions.DatedParameters;
import org.springframework.stereotype.Component;

/**
 * How far the facts went when a subject was last looked at. A candidate that saw no more than that, on the same day, under the
 * same values and the same rule, would find nothing new: a first load asks about each household once for every row of it. Only
 * a memory of this process; what it forgot is looked at again.
 */
@Component
class Looked {
    private static final int REMEMBERED = 100_000;

    private final Map<Place, Ground> places = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Ground> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** What is looked at. */
    record Place(String scene, String rule, String subject, String period) {}

    /**
     * What a look rests on.
     *
     * @param positions "resource/lane" to the sequence that was in the pool before the look began
     */
    record Ground(Map<String, Long> positions, LocalDate day, DatedParameters parameters, String ruleVersion) {

        /** Whether a look on this ground saw all that a candidate of another ground wants looked at. */
        boolean covers(Map<String, Long> wanted, Ground now) {
            return !wanted.isEmpty()
                    && day.equals(now.day)
                    && parameters == now.parameters
                    && ruleVersion.equals(now.ruleVersion)
                    && wanted.entrySet().stream()
                            .allMatch(each -> positions.getOrDefault(each.getKey(), 0L) >= each.getValue());
        }
    }

    synchronized boolean covers(Place place, Map<String, Long> wanted, Ground now) {
        Ground last = places.get(place);
        return last != null && last.covers(wanted, now);
    }

    /** Notes a look that is complete: what it had to write is committed. */
    synchronized void note(Place place, Ground ground) {
        places.put(place, ground);
    }
}
