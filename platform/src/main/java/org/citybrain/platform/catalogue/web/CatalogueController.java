package org.citybrain.platform.catalogue.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Authority;
import org.citybrain.platform.access.Right;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.audit.Audited;
import org.citybrain.platform.catalogue.Catalogue;
import org.citybrain.platform.catalogue.CatalogueProblem;
import org.citybrain.platform.catalogue.DataResource;
import org.citybrain.platform.catalogue.Department;
import org.citybrain.platform.catalogue.Flows;
import org.citybrain.platform.catalogue.Needs;
import org.citybrain.platform.catalogue.ShareType;
import org.citybrain.platform.catalogue.internal.ResourceSearch;
import org.citybrain.platform.catalogue.internal.SampleRows;
import org.citybrain.platform.problem.FilterValue;
import org.citybrain.platform.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Searching and opening resources. */
@RestController
final class CatalogueController {

    private static final int LARGEST_PAGE = 200;

    private final Catalogue catalogue;
    private final Needs needs;
    private final ResourceSearch search;
    private final SampleRows samples;
    private final ObjectProvider<Flows> flows;

    CatalogueController(
            Catalogue catalogue, Needs needs, ResourceSearch search, SampleRows samples, ObjectProvider<Flows> flows) {
        this.catalogue = catalogue;
        this.needs = needs;
        this.search = search;
        this.samples = samples;
        this.flows = flows;
    }

    /** One page of resources. */
    record Page(long total, int page, int size, Map<String, List<ResourceSearch.Facet>> facets, List<Row> rows) {}

    /** A resource in a list. */
    record Row(
            String id,
            Bilingual title,
            String department,
            Bilingual departmentTitle,
            String code,
            String shareType,
            String updateCycle,
            int fields,
            Map<String, Object> flow) {}

    @GetMapping("/api/departments")
    @Authority(Right.CATALOGUE_READ)
    @Audited(AuditEvent.CATALOGUE_READ)
    List<Department> departments() {
        return catalogue.listDepartments();
    }

    @GetMapping("/api/resources")
    @Authority(Right.CATALOGUE_READ)
    @Audited(AuditEvent.CATALOGUE_READ)
    Page list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String shareType,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        FilterValue.require("shareType", shareType, ShareType.values());
        int rows = Math.clamp(size, 1, LARGEST_PAGE);
        int at = Math.max(page, 0);
        ResourceSearch.Found found = search.search(new ResourceSearch.Question(q, department, shareType, at, rows));
        Map<String, Bilingual> titles = departmentTitles();
        Map<String, Map<String, Object>> flowing = flowing();
        List<Row> shown = catalogue.list(found.ids()).stream()
                .map(resource -> row(resource, titles, flowing))
                .toList();
        return new Page(found.total(), at, rows, found.facets(), shown);
    }

    @GetMapping("/api/resources/{id}")
    @Authority(Right.CATALOGUE_READ)
    @Audited(AuditEvent.CATALOGUE_READ)
    Map<String, Object> open(@PathVariable String id) {
        DataResource resource = get(id);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("id", resource.id());
        page.put("title", resource.title());
        page.put("abstract", resource.summary());
        page.put("department", resource.department());
        page.put("departmentTitle", departmentTitles().getOrDefault(resource.department(), resource.title()));
        page.put("code", resource.code());
        page.put("resourceClass", resource.resourceClass());
        page.put("format", resource.format());
        page.put("shareType", resource.shareType());
        page.put("shareTypeTitle", resource.shareType().title());
        page.put("shareCondition", resource.shareCondition());
        page.put("shareBasis", resource.shareBasis());
        page.put("openType", resource.openType());
        page.put("updateCycle", resource.updateCycle());
        page.put("fields", resource.fields());
        page.put(
                "versions",
                catalogue.listVersions(id).stream().map(VersionView::of).toList());
        page.put("needs", needs.listFor(id));
        page.put("flow", flowing().getOrDefault(id, Map.of()));
        Flows live = flows.getIfAvailable();
        page.put("quality", live == null ? Map.of() : live.qualityOf(id));
        return page;
    }

    @GetMapping("/api/resources/{id}/rows")
    @Authority(Right.CATALOGUE_SAMPLE)
    @Audited(AuditEvent.SAMPLE_READ)
    List<Map<String, @Nullable Object>> sample(@PathVariable String id, @RequestParam String purpose) {
        if (purpose.isBlank()) {
            throw Refusal.badRequest("请写明用途 (purpose) · say what the sample is for (purpose)");
        }
        return samples.of(get(id));
    }

    private DataResource get(String id) {
        return catalogue.find(id).orElseThrow(() -> Refusal.of(CatalogueProblem.UNKNOWN_RESOURCE, id));
    }

    private Map<String, Bilingual> departmentTitles() {
        return catalogue.listDepartments().stream().collect(Collectors.toMap(Department::code, Department::title));
    }

    private Map<String, Map<String, Object>> flowing() {
        Flows live = flows.getIfAvailable();
        return live == null ? Map.of() : live.flows();
    }

    private static Row row(
            DataResource resource, Map<String, Bilingual> titles, Map<String, Map<String, Object>> flowing) {
        return new Row(
                resource.id(),
                resource.title(),
                resource.department(),
                titles.getOrDefault(resource.department(), resource.title()),
                resource.code(),
                resource.shareType().name(),
                resource.updateCycle(),
                resource.fields().size(),
                flowing.getOrDefault(resource.id(), Map.of()));
    }
}
