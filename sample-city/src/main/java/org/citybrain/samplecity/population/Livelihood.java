package org.citybrain.samplecity.population;

import java.util.List;

/**
 * A household with all that happened to it.
 *
 * @param household the people
 * @param incomes of the two closed years
 * @param bills of last year and this year up to the start
 * @param aids assistance running at the start
 * @param plans medical insurance plan of each present member, in their order (居民 or 职工)
 * @param story the planted story's name, empty for ordinary households, whose records alone get spoiled
 */
public record Livelihood(
        Household household, List<Income> incomes, List<Bill> bills, List<Aid> aids, List<String> plans, String story) {
    public Livelihood {
        incomes = List.copyOf(incomes);
        bills = List.copyOf(bills);
        aids = List.copyOf(aids);
        plans = List.copyOf(plans);
    }

    /** Whether its fate was planted. */
    public boolean isPlanted() {
        return !story.isEmpty();
    }
}
