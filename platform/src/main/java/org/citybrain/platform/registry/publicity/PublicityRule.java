package org.citybrain.platform.registry.publicity;

import java.util.Map;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.registry.CreditStanding.Severity;

/**
 * How long faults are published, since a day.
 *
 * @param from first day on which these periods are in force; also the rules' version
 * @param periods for each severity
 */
public record PublicityRule(String from, Bilingual basis, Map<Severity, Period> periods) {
    public PublicityRule {
        periods = Map.copyOf(periods);
        periods.forEach((severity, period) -> {
            if (period.shortest < 0 || period.longest < period.shortest) {
                throw new ConfigException("Publicity of " + severity + " since " + from
                        + ": the longest period is not the longer one. 公示期最长短于最短。");
            }
        });
    }

    /**
     * Months of publicity from the day of the decision.
     *
     * @param shortest before which nothing is repaired
     * @param longest after which it ends by itself
     */
    public record Period(int shortest, int longest) {}
}
