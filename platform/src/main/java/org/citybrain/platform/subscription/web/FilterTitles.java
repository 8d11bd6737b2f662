package org.citybrain.platform.subscription.web;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.subscribe.FilterNames;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.catalogue.DataField;
import org.citybrain.platform.catalogue.DataResource;
import org.citybrain.platform.region.Regions;

/** Names the fields of a resource as the catalogue does, and their values by data element: units, divisions, sums of money. */
record FilterTitles(DataResource resource, Map<String, Bilingual> departments, Regions regions) implements FilterNames {

    @Override
    public Bilingual field(String name) {
        return find(name).map(DataField::title).orElse(new Bilingual(name, name));
    }

    @Override
    public Bilingual value(String field, String value) {
        String element = find(field).map(DataField::element).orElse("");
        return switch (element) {
            case "unit-code" -> departments.getOrDefault(value, plain(value));
            case "region-village" -> plain(regions.nameOf(value));
            case "money-cny" -> plain(grouped(value));
            default -> plain(value);
        };
    }

    private Optional<DataField> find(String name) {
        return resource.fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst();
    }

    private static Bilingual plain(String value) {
        return new Bilingual(value, value);
    }

    private static String grouped(String value) {
        int point = value.indexOf('.');
        String whole = point < 0 ? value : value.substring(0, point);
        return whole.matches("-?\\d{1,18}")
                ? new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT))
                                .format(Long.parseLong(whole))
                        + value.substring(whole.length())
                : value;
    }
}
