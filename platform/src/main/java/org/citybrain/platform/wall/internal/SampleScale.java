package org.citybrain.platform.wall.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Caller;
import org.citybrain.platform.home.Home;
import org.citybrain.platform.indicator.Figure;
import org.citybrain.platform.indicator.SourceProvider;
import org.citybrain.platform.indicator.SourceView;
import org.citybrain.platform.wall.WallPicture.Labelled;
import org.springframework.stereotype.Component;

/** Says of which part of the whole city the figures are, where an invented sample of it runs. */
@Component
class SampleScale implements SourceProvider {
    private static final String SCALE = "indicator:sample-scale";

    private final Home home;

    SampleScale(Home home) {
        this.home = home;
    }

    /** The sample's residents for each hundred of the whole city; nothing where departments of a real city are read. */
    List<Labelled> figure(Instant now) {
        return home.sampleCity()
                ? List.of(new Labelled(
                        new Bilingual("样例占全市人口", "Sample of the whole city"),
                        new Figure(percent(), "percent", SCALE, now)))
                : List.of();
    }

    @Override
    public Optional<SourceView> find(String id, Caller reader) {
        if (!id.equals(SCALE) || !home.sampleCity()) {
            return Optional.empty();
        }
        return Optional.of(new SourceView(
                id,
                new Bilingual(
                        "样例城市最初的居民数 ÷ 全市人口数；各项总数均为样例的数，不折算成全市",
                        "Residents the sample city began with, of the whole city's population; no total is scaled up"),
                "city.residents / city.whole in citybrain.properties",
                Instant.now(),
                List.of(Map.of("residents", residents(), "wholeCity", wholeCity())),
                1,
                List.of(),
                List.of(new SourceView.Link("resources", "/resources"))));
    }

    private BigDecimal percent() {
        return new BigDecimal(residents() * 100L).divide(new BigDecimal(wholeCity()), 2, RoundingMode.HALF_UP);
    }

    private int residents() {
        return home.config().getInt("city.residents");
    }

    private int wholeCity() {
        return Integer.parseInt(home.config().get("city.whole", "6300000"));
    }
}
