package org.citybrain.launcher.check;

import java.util.List;
import org.citybrain.launcher.story.BadFileStory;
import org.citybrain.launcher.story.BoundaryStory;
import org.citybrain.launcher.story.ConnectDatabaseStory;
import org.citybrain.launcher.story.ConnectFolderStory;
import org.citybrain.launcher.story.ConnectMariaDbStory;
import org.citybrain.launcher.story.CorrectionStory;
import org.citybrain.launcher.story.HttpSourceStory;
import org.citybrain.launcher.story.KillStory;
import org.citybrain.launcher.story.MainStory;
import org.citybrain.launcher.story.MergeStory;
import org.citybrain.launcher.story.MissingIncomeStory;
import org.citybrain.launcher.story.ParameterStory;
import org.citybrain.launcher.story.PlaceStory;
import org.citybrain.launcher.story.ProofStory;
import org.citybrain.launcher.story.RestartStory;
import org.citybrain.launcher.story.ReversalStory;
import org.citybrain.launcher.story.SchemaChangeStory;
import org.citybrain.launcher.story.TruthStory;
import org.citybrain.launcher.story.WorkbookStory;
import org.citybrain.launcher.story.exchange.ExchangeRunStory;
import org.citybrain.launcher.story.exchange.KilledExchangeStory;
import org.citybrain.launcher.story.registry.CreditStory;
import org.citybrain.launcher.story.registry.ELicenceStory;
import org.citybrain.launcher.story.registry.EconomyStory;
import org.citybrain.launcher.story.registry.FirmStory;
import org.citybrain.launcher.story.registry.LicenceStory;
import org.citybrain.launcher.walk.Story;

/** All stories in their order: quiet ones first, then those that break things. */
public final class Stories {

    private Stories() {}

    public static List<Story> all() {
        ExchangeRunStory exchange = new ExchangeRunStory();
        return List.of(
                new TruthStory(),
                new MainStory(),
                new BoundaryStory(),
                new MissingIncomeStory(),
                new ReversalStory(),
                new ParameterStory(),
                new ProofStory(),
                new MergeStory(),
                new CorrectionStory(),
                new PlaceStory(),
                new FirmStory(),
                new LicenceStory(),
                new ELicenceStory(),
                new CreditStory(),
                new EconomyStory(),
                new ConnectDatabaseStory("chinook", List.of("chinook/Chinook_PostgreSql.sql")),
                new ConnectDatabaseStory(
                        "sakila",
                        List.of(
                                "sakila-postgres/postgres-sakila-schema.sql",
                                "sakila-postgres/postgres-sakila-insert-data-using-copy.sql")),
                new ConnectMariaDbStory("chinook_mariadb", "chinook/Chinook_MySql.sql"),
                new ConnectFolderStory(),
                new BadFileStory(),
                exchange,
                new KilledExchangeStory(exchange),
                new WorkbookStory(),
                new HttpSourceStory(),
                new KillStory("gateway-a"),
                new KillStory("mariadb"),
                new KillStory("engines"),
                new KillStory("platform"),
                new SchemaChangeStory(),
                new RestartStory());
    }
}
