package org.citybrain.sceneformat;

import java.util.List;
import org.citybrain.kernel.text.Bilingual;

/**
 * What a scene wants to read of one resource; a granted need becomes facts and rows, anything else stays closed.
 *
 * @param fields fields, or only the companion {@code <field>_ref} of one: then the number itself stays closed
 * @param lookup fields (or {@code <field>_ref} companions) by which facts are asked for
 * @param freshness oldest acceptable age, ISO duration or period such as {@code PT2S} or {@code P1D}
 */
public record Need(
        String resource,
        List<String> fields,
        List<String> lookup,
        String freshness,
        Bilingual purpose,
        Bilingual legalBasis,
        String file) {
    /** Companion of an identifying field: the opaque id that stands for its value. */
    public static final String REF = "_ref";

    public Need {
        fields = List.copyOf(fields);
        lookup = List.copyOf(lookup);
    }

    /** Whether a rule or stream may read the field: a needed field or the companion of one. */
    public boolean grants(String field) {
        return fields.contains(field)
                || (field.endsWith(REF) && fields.contains(field.substring(0, field.length() - REF.length())));
    }
}
