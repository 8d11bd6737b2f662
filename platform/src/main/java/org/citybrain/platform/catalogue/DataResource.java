package org.citybrain.platform.catalogue;

import java.util.List;
import org.citybrain.kernel.text.Bilingual;

/**
 * A resource with the metadata of the 2017 guide.
 *
 * @param id {@code <department>.<table>}
 * @param department code of the providing department
 * @param code the official catalogue code, empty when none is given
 * @param title name
 * @param summary what it holds
 * @param resourceClass BASE, THEME or DEPARTMENT
 * @param format such as DATABASE or FILE
 * @param shareType how it is shared
 * @param shareCondition who may have it, empty when unconditional
 * @param shareBasis the law that the share type rests on
 * @param openType whether it is open to the public
 * @param updateCycle such as REALTIME, DAILY, YEARLY, IRREGULAR
 * @param fields in the source's order
 */
public record DataResource(
        String id,
        String department,
        String code,
        Bilingual title,
        Bilingual summary,
        String resourceClass,
        String format,
        ShareType shareType,
        Bilingual shareCondition,
        Bilingual shareBasis,
        String openType,
        String updateCycle,
        List<DataField> fields) {

    /** Copies the fields. */
    public DataResource {
        fields = List.copyOf(fields);
    }
}
