package org.citybrain.samplecity.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.citybrain.kernel.config.ConfigException;
import org.citybrain.kernel.config.HomeConfig;
import org.citybrain.samplecity.population.StoryHousehold;

/** The {@code story} command: writes one change and gives it as a line of JSON. */
public final class StoryCommand {
    private StoryCommand() {}

    /**
     * Runs {@code story WHAT …}.
     *
     * @return JSON of the {@link StoryChange}
     * @throws ConfigException when an argument is missing
     */
    public static String run(HomeConfig home, String[] args) throws SQLException {
        String what = args.length > 1 ? args[1] : "";
        try (Stories stories = new Stories(home)) {
            StoryChange change = switch (what) {
                case "bill" -> bill(stories, args);
                case "reverse" -> stories.reverse(Long.parseLong(needed(args, "--settlement")));
                case "correct-income" ->
                    stories.correctIncome(household(stories, args), new BigDecimal(needed(args, "--amount")));
                case "add-column", "drop-column" ->
                    stories.changeSchema(needed(args, "--resource"), needed(args, "--column"), what.startsWith("add"));
                default ->
                    throw new ConfigException(
                            "Say which story: bill, reverse, correct-income, add-column or drop-column.");
            };
            return new ObjectMapper().writeValueAsString(change);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot print the change", e);
        }
    }

    private static StoryChange bill(Stories stories, String[] args) throws SQLException {
        LocalDate day = HomeConfig.argument(args, "--day").map(LocalDate::parse).orElseGet(stories::today);
        Optional<StoryHousehold> planted = StoryHousehold.find(needed(args, "--household"));
        Optional<String> selfPaid = HomeConfig.argument(args, "--self-paid");
        if (planted.isPresent() && selfPaid.isEmpty()) {
            return stories.bill(planted.get(), day);
        }
        long cents =
                new BigDecimal(needed(args, "--self-paid")).movePointRight(2).longValueExact();
        return stories.bill(household(stories, args), cents, cents * 5 / 2, day);
    }

    private static String household(Stories stories, String[] args) {
        String given = needed(args, "--household");
        return StoryHousehold.find(given).map(stories::householdNumber).orElse(given);
    }

    private static String needed(String[] args, String name) {
        return HomeConfig.argument(args, name).orElseThrow(() -> new ConfigException("This story needs " + name + "."));
    }
}
