package org.citybrain.platform.subscription.web;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citybrain.platform.catalogue.Catalogue;
import org.citybrain.platform.catalogue.DataResource;
import org.citybrain.platform.catalogue.Department;
import org.citybrain.platform.region.Regions;
import org.springframework.stereotype.Component;

/** Names of resources and departments for a page. */
@Component
class ViewNames {

    private final Catalogue catalogue;
    private final Regions regions;

    ViewNames(Catalogue catalogue, Regions regions) {
        this.catalogue = catalogue;
        this.regions = regions;
    }

    SubscriptionView.Names now() {
        return new SubscriptionView.Names(
                catalogue.list().stream().collect(Collectors.toMap(DataResource::id, Function.identity())),
                catalogue.listDepartments().stream().collect(Collectors.toMap(Department::code, Department::title)),
                regions);
    }

    Map<String, org.citybrain.kernel.text.Bilingual> departments() {
        return now().departments();
    }
}
