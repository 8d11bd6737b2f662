package org.citybrain.platform.place.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citybrain.platform.place.Places;
import org.citybrain.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The parameters of an items request, read as the standard says: what is not known or not right is refused.
 *
 * @param question what is asked of the collection
 * @param crs reference system of the answer
 */
record OgcQuestion(Places.Question question, String crs) {
    static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    /** The same degrees with latitude first. */
    static final String EPSG4326 = "http://www.opengis.net/def/crs/EPSG/0/4326";

    private static final Set<String> KNOWN =
            Set.of("limit", "offset", "bbox", "bbox-crs", "datetime", "crs", "f", "purpose", "legalBasis");
    private static final List<String> FORMS = List.of("json", "geojson");
    private static final int FEWEST = 10;
    private static final int MOST = 1000;

    /** The parameters by name; one that is unknown, stands twice or asks for a form that is not there is refused. */
    static Map<String, String> single(MultiValueMap<String, String> parameters) {
        parameters.forEach((name, values) -> {
            if (!KNOWN.contains(name)) {
                throw Refusal.badRequest("没有这个参数 · unknown parameter " + name);
            }
            if (values.size() > 1) {
                throw Refusal.badRequest(
                        "参数只能出现一次 · a parameter stands once, not " + values.size() + " times: " + name);
            }
        });
        Map<String, String> single = parameters.toSingleValueMap();
        if (!FORMS.contains(single.getOrDefault("f", "json"))) {
            throw Refusal.badRequest("f 只能是 · f is one of " + String.join(", ", FORMS) + ", not " + single.get("f"));
        }
        return single;
    }

    static OgcQuestion of(Map<String, String> parameters, String region) {
        String crs = crs(parameters, "crs");
        String[] days = parameters.getOrDefault("datetime", "../..").split("/", 2);
        LocalDate from = day(days[0]);
        LocalDate to = day(days[days.length - 1]);
        if (from != null && to != null && from.isAfter(to)) {
            throw Refusal.badRequest("datetime 的起始日晚于终止日 · datetime begins after it ends: " + from + "/" + to);
        }
        int limit = number(parameters, "limit", FEWEST);
        if (limit < 1) {
            throw Refusal.badRequest("limit 取 1 至 " + MOST + " · limit is 1 to " + MOST);
        }
        Places.Question question = new Places.Question(
                box(parameters), from, to, region, Math.min(MOST, limit), number(parameters, "offset", 0));
        return new OgcQuestion(question, crs);
    }

    private static String crs(Map<String, String> parameters, String name) {
        String crs = parameters.getOrDefault(name, CRS84);
        if (!crs.equals(CRS84) && !crs.equals(EPSG4326)) {
            throw Refusal.badRequest(name + " 取 · is " + CRS84 + " / " + EPSG4326);
        }
        return crs;
    }

    private static double @Nullable [] box(Map<String, String> parameters) {
        String text = parameters.get("bbox");
        boolean latitudeFirst = crs(parameters, "bbox-crs").equals(EPSG4326);
        if (text == null) {
            return null;
        }
        try {
            String[] parts = text.split(",", -1);
            if (parts.length != 4 && parts.length != 6) {
                throw Refusal.badRequest("bbox 为四个数，带高程为六个 · bbox has four numbers, or six with heights");
            }
            int half = parts.length / 2;
            double[] low = {Double.parseDouble(parts[0]), Double.parseDouble(parts[1])};
            double[] high = {Double.parseDouble(parts[half]), Double.parseDouble(parts[half + 1])};
            int x = latitudeFirst ? 1 : 0;
            double[] box = {low[x], low[1 - x], high[x], high[1 - x]};
            if (Arrays.stream(box).anyMatch(number -> !Double.isFinite(number))) {
                throw Refusal.badRequest("bbox 须为有限的数 · bbox has finite numbers, not " + text);
            }
            if (!(box[0] <= box[2] && box[1] <= box[3])) {
                throw Refusal.badRequest("bbox 由西、南到东、北 · bbox goes from west and south to east and north");
            }
            return box;
        } catch (NumberFormatException e) {
            throw Refusal.badRequest("bbox 须为数字 · bbox has numbers, not " + text);
        }
    }

    private static @Nullable LocalDate day(String text) {
        if (text.isEmpty() || text.equals("..")) {
            return null;
        }
        try {
            return text.length() > 10 ? OffsetDateTime.parse(text).toLocalDate() : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.badRequest(
                    "datetime 为 RFC 3339 的日期、时刻或其区间 · datetime is a day or a time of RFC 3339, or an interval of two, not "
                            + text);
        }
    }

    private static int number(Map<String, String> parameters, String name, int otherwise) {
        String text = parameters.get(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,100}")) {
            throw Refusal.badRequest(name + " 须为不小于零的整数 · is a whole number, not below nought, not "
                    + text.substring(0, Math.min(text.length(), 100)));
        }
        // more than there is of anything is no error (OGC API Features, fc-limit-response-1)
        return text.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(text);
    }
}
