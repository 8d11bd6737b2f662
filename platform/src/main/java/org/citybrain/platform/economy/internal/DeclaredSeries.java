package org.citybrain.platform.economy.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.catalogue.Catalogue;
import org.citybrain.platform.catalogue.Needs;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.pool.FactMonths;
import org.citybrain.platform.problem.Refusal;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The declared series, and the grants without which none of them is computed. */
@Component
class DeclaredSeries {
    private static final String NAME = "registry-economy";
    private static final long EVERY_MILLIS = 3_000;
    private static final int DECIMALS = 2;

    private final SeriesDeclaration declaration;
    private final Catalogue catalogue;
    private final Needs needs;
    private final Set<String> asked = new HashSet<>();

    DeclaredSeries(Home home, Catalogue catalogue, Needs needs) {
        this.declaration = SeriesDeclaration.read(home.config()
                .find("registries.dir")
                .map(Path::of)
                .orElseGet(() -> home.config().getPath("scenes.dir").resolveSibling("registries"))
                .resolve("economy.yaml"));
        this.catalogue = catalogue;
        this.needs = needs;
    }

    List<SeriesDeclaration.Declared> all() {
        return declaration.series();
    }

    SeriesDeclaration.Declared of(String code) {
        return declaration.series().stream()
                .filter(series -> series.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("series " + code));
    }

    /** A month's value in the series' unit. */
    static BigDecimal valueOf(SeriesDeclaration.Declared series, FactMonths.Month month) {
        if (series.sum() == null) {
            return BigDecimal.valueOf(month.rows());
        }
        return month.sum().divide(BigDecimal.valueOf(series.divide()), DECIMALS, RoundingMode.HALF_UP);
    }

    @Scheduled(fixedDelay = EVERY_MILLIS)
    void ask() {
        for (SeriesDeclaration.Declared series : declaration.series()) {
            if (!asked.contains(series.resource())
                    && catalogue.find(series.resource()).isPresent()) {
                Callers.run(Caller.system("economy"), () -> grant(series.resource()));
                asked.add(series.resource());
            }
        }
    }

    private void grant(String resource) {
        Set<String> fields = new TreeSet<>();
        for (SeriesDeclaration.Declared series : declaration.series()) {
            if (series.resource().equals(resource)) {
                fields.add(series.key());
                fields.add(series.day());
                if (series.sum() != null) {
                    fields.add(series.sum());
                }
            }
        }
        needs.grant(
                NAME,
                resource,
                List.copyOf(fields),
                List.of(),
                declaration.purpose(),
                declaration.legalBasis().zh());
    }
}
