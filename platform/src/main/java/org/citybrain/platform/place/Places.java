package org.citybrain.platform.place;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.platform.region.Region;
import org.jspecify.annotations.Nullable;

/** The door to what lies where. */
public interface Places {

    /**
     * Where a point lies.
     *
     * @param village with its 12-digit code
     * @param cell code of the grid cell; null when city management has told none for the village
     * @param cellTitle the cell's name
     * @param cellReceipt receipt of the row that tells the cell
     * @param generated true while village centres and the cells' parts of a village are generated and not surveyed
     */
    record Spot(
            Region county,
            Region village,
            String path,
            @Nullable String cell,
            @Nullable String cellTitle,
            @Nullable String cellReceipt,
            boolean generated) {}

    /** Village and grid cell of a point, WGS-84 degrees; empty outside the city. */
    Optional<Spot> locate(double longitude, double latitude);

    /**
     * A feature as GeoJSON knows it.
     *
     * @param geometry GeoJSON geometry; null when none is known
     * @param from first day of its validity, null when not known
     * @param to first day on which it was no more, null while it lasts
     */
    record Feature(
            String id,
            @Nullable Object geometry,
            Map<String, @Nullable Object> properties,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * What is asked of a collection.
     *
     * @param box west, south, east, north in degrees; null for everywhere
     * @param from first day asked for, null for any
     * @param to last day asked for, null for any
     * @param region prefix of the villages that the asker may see; empty for the whole city
     */
    @SuppressWarnings("ArrayRecordComponent") // four numbers of a request, never compared
    record Question(
            double @Nullable [] box,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String region,
            int limit,
            int offset) {}

    /** Features found and how many there are in all. */
    record Found(List<Feature> features, long matched) {}

    /** A collection of features; {@code open} to everybody, or only to those who may read the registry. */
    record Collection(String id, String zh, String en, boolean open) {}

    List<Collection> collections();

    /** Features of a collection that is known to exist. */
    Found items(String collection, Question question);

    /** One feature. */
    Optional<Feature> item(String collection, String id);
}
