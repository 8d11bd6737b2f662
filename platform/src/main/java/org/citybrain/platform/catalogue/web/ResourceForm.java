package org.citybrain.platform.catalogue.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.catalogue.CatalogueProblem;
import org.citybrain.platform.catalogue.DataField;
import org.citybrain.platform.catalogue.DataResource;
import org.citybrain.platform.catalogue.ShareType;
import org.citybrain.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A resource as it is registered: what the 2017 guide asks; a text may be given once or as {zh, en}. */
record ResourceForm(
        @Nullable String resource,
        @Nullable String department,
        @Nullable String code,
        @Nullable JsonNode title,
        @JsonProperty("abstract") @Nullable JsonNode summary,
        @Nullable String resourceClass,
        @Nullable String format,
        @Nullable String shareType,
        @Nullable JsonNode shareCondition,
        @Nullable JsonNode shareBasis,
        @Nullable String openType,
        @Nullable String updateCycle,
        @Nullable List<FieldForm> fields) {

    /** A field as it is registered. */
    record FieldForm(
            @Nullable String name,
            @Nullable JsonNode title,
            @Nullable String sourceType,
            @Nullable Integer length,
            @Nullable Boolean nullable,
            @Nullable Boolean key,
            @Nullable String element) {

        DataField field() {
            String column = required(name, "fields[].name");
            return new DataField(
                    column,
                    text(title, column),
                    required(sourceType, "fields[].sourceType"),
                    length,
                    nullable == null || nullable,
                    key != null && key,
                    element);
        }
    }

    DataResource toResource() {
        String id = required(resource, "resource");
        return new DataResource(
                id,
                required(department, "department"),
                code == null ? "" : code,
                text(title, id),
                text(summary, ""),
                otherwise(resourceClass, "DEPARTMENT"),
                otherwise(format, "DATABASE"),
                shareTypeOf(otherwise(shareType, ShareType.CONDITIONAL.name())),
                text(shareCondition, ""),
                text(shareBasis, ""),
                otherwise(openType, "NOT_OPEN"),
                otherwise(updateCycle, "IRREGULAR"),
                fields == null
                        ? List.of()
                        : fields.stream().map(FieldForm::field).toList());
    }

    /** {@code "文字"} or {@code {"zh": "文字", "en": "text"}}. */
    static Bilingual text(@Nullable JsonNode node, String otherwise) {
        if (node == null || node.isNull()) {
            return new Bilingual(otherwise, otherwise);
        }
        if (node.isString()) {
            return new Bilingual(node.asString(), node.asString());
        }
        String zh = node.path("zh").asString(otherwise);
        return new Bilingual(zh, node.path("en").asString(zh));
    }

    private static ShareType shareTypeOf(String name) {
        try {
            return ShareType.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(CatalogueProblem.BAD_REGISTRATION, "shareType " + name);
        }
    }

    private static String otherwise(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value;
    }

    private static String required(@Nullable String value, String member) {
        if (value == null || value.isBlank()) {
            throw Refusal.of(CatalogueProblem.BAD_REGISTRATION, "缺少 " + member + " · " + member + " is missing");
        }
        return value;
    }
}
