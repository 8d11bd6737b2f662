package org.citybrain.samplecity.story;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a story wrote.
 *
 * @param householdNo the household concerned, empty when none is
 * @param settlementNo the settlement written or reversed, null for other changes
 * @param transferNo the income row written, null for other changes
 * @param committedAtMicros machine time just before the commit was sent, epoch microseconds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StoryChange(
        String householdNo,
        @Nullable Long settlementNo,
        @Nullable Long transferNo,
        long committedAtMicros) {}
