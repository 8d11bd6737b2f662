package org.citybrain.samplecity.live;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.citybrain.samplecity.city.CreditCodes;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Phones;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.city.Words;
import org.citybrain.samplecity.population.Resident;
import org.citybrain.samplecity.tables.CityTable;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.Records;

/** Firms opened and closed, homes sold, jobs changed: each in one department first, in the others soon after. */
final class Market {
    private static final CityTable BUSINESS = CityTables.get("market_regulation.business");
    private static final CityTable TAXPAYER = CityTables.get("tax.taxpayer");
    private static final CityTable CONTRACT = CityTables.get("natural_resources.sale_contract");
    private static final CityTable TITLE = CityTables.get("natural_resources.title");
    private static final CityTable DEED_TAX = CityTables.get("tax.deed_tax");
    private static final CityTable INSURED = CityTables.get("human_resources.insured_person");
    private static final CityTable ACCOUNT = CityTables.get("housing_fund.personal_account");
    private static final CityTable WITHHELD = CityTables.get("tax.withheld_income");
    private static final String GIVEN_UP =
            "UPDATE public.business SET status = '注销', closed_on = ?, updated_at = ? WHERE business_no = ?";
    private static final String TAX_ENDED =
            "UPDATE public.taxpayer SET status = '注销', updated_at = ? WHERE upper(credit_code) = ?";
    private static final String SOLD = "UPDATE public.title SET status = '历史', updated_at = ? WHERE title_no = ?";
    private static final String LEFT =
            "UPDATE public.insured_person SET ended_on = ?, updated_at = ? WHERE insured_no = ?";
    /** Firms founded while the city lives are numbered from here, far above the seeded ones. */
    private static final long FIRST_FIRM = 100_000_000L;

    private static final int PERSONAL = 40;
    private final long seed;
    private final Dice dice;
    private final Numbers numbers;
    private final Stock stock;
    private final Queue<Deed> toFollow;
    private final List<List<String>> trades = Words.parts("trade");

    Market(long seed, Dice dice, Numbers numbers, Stock stock, Queue<Deed> toFollow) {
        this.seed = seed;
        this.dice = dice;
        this.numbers = numbers;
        this.stock = stock;
        this.toFollow = toFollow;
    }

    private String next(CityTable table) {
        return Long.toString(numbers.next(table));
    }

    Deed opening(Resident owner, Village village, Moment now) {
        List<String> trade = dice.pick(trades);
        long number = numbers.next(BUSINESS);
        String code = CreditCodes.of("92", FIRST_FIRM + number);
        String name = village.county() + village.town() + dice.pick(Words.list("trade-name")) + trade.get(0);
        stock.put(Stock.Kind.BUSINESS, Long.toString(number), code);
        toFollow.add(taxpayer(owner, village, code, name, trade.get(1), now));
        return Deed.insert(
                "firm opened",
                BUSINESS,
                Long.toString(number),
                code,
                name,
                "个体工商户",
                trade.get(1),
                owner.name(),
                owner.idNumber(),
                dice.between(1, 30) + ".00",
                now.day().toString(),
                village.code(),
                village.address(dice.between(1, 180)),
                trade.get(1) + "及相关服务",
                Phones.of(seed, owner.personNo(), PERSONAL),
                "存续",
                null,
                now.stamp());
    }

    private Deed taxpayer(Resident owner, Village village, String code, String name, String industry, Moment now) {
        return Deed.insert(
                "taxpayer",
                TAXPAYER,
                next(TAXPAYER),
                code,
                name,
                "个体经营",
                industry,
                owner.name(),
                owner.idNumber(),
                village.county() + "税务局第一税务所",
                now.day().toString(),
                Phones.of(seed, owner.personNo(), PERSONAL),
                "正常",
                now.stamp());
    }

    Optional<Deed> closing(Moment now) {
        return stock.take(dice, Stock.Kind.BUSINESS).map(row -> {
            toFollow.add(
                    Deed.of(CityTables.TAX, "taxpayer ended", Change.Statement.of(TAX_ENDED, now.stamp(), row[1])));
            return Deed.of(
                    CityTables.MARKET_REGULATION,
                    "firm closed",
                    Change.Statement.of(GIVEN_UP, now.day().toString(), now.stamp(), row[0]));
        });
    }

    /** Contract, end of the old title and the new one are one transaction; the deed tax follows. */
    Optional<Deed> sale(Resident buyer, Village village, Moment now) {
        return stock.take(dice, Stock.Kind.TITLE).map(row -> {
            long area = dice.between(7_000, 14_000);
            long cents = area * dice.between(3_600, 8_200) / 100 * 100;
            toFollow.add(deedTax(buyer, row[1], area, cents, now));
            return Deed.of(
                    CityTables.NATURAL_RESOURCES,
                    "home sold",
                    contract(buyer, row, area, cents, now),
                    Change.Statement.of(SOLD, now.stamp(), row[0]),
                    title(buyer, row[1], village.county(), cents, now));
        });
    }

    private Change.Statement contract(Resident buyer, String[] old, long area, long cents, Moment now) {
        return Change.Statement.of(
                CONTRACT.insert(),
                next(CONTRACT),
                old[1],
                old[2],
                old[3].isEmpty() ? null : old[3],
                null,
                buyer.name(),
                buyer.idNumber(),
                Records.money(area),
                Records.money(cents),
                now.day().toString(),
                now.stamp());
    }

    private Change.Statement title(Resident buyer, String unit, String county, long cents, Moment now) {
        long number = numbers.next(TITLE);
        return Change.Statement.of(
                TITLE.insert(),
                Long.toString(number),
                "赣（" + now.year() + "）" + county + "不动产权第"
                        + String.valueOf(10_000_000L + number % 10_000_000).substring(1) + "号",
                unit,
                "自然人",
                buyer.name(),
                buyer.idNumber(),
                null,
                "单独所有",
                "转移登记",
                Records.money(cents),
                now.day().toString(),
                "现势",
                now.stamp());
    }

    private Deed deedTax(Resident buyer, String unit, long area, long cents, Moment now) {
        return Deed.insert(
                "deed tax",
                DEED_TAX,
                next(DEED_TAX),
                unit,
                buyer.name(),
                buyer.idNumber(),
                Records.money(area),
                Records.money(cents),
                "10",
                Records.money(cents / 100),
                now.day().toString(),
                now.stamp());
    }

    /** The old employment ends as the new one begins; fund account and withheld tax follow. */
    Optional<Deed> jobChange(Moment now) {
        Optional<String[]> unit = stock.see(dice, Stock.Kind.UNIT);
        return unit.flatMap(u -> stock.take(dice, Stock.Kind.EMPLOYMENT).map(row -> {
            long monthly = Math.round(dice.skewed(3_600, 0.35)) * 100;
            stock.find(Stock.Kind.FUND_UNIT, u[0])
                    .ifPresent(account -> toFollow.add(account(row, u, account, monthly, now)));
            toFollow.add(withheld(row, u, monthly, now));
            return Deed.of(
                    CityTables.HUMAN_RESOURCES,
                    "job change",
                    Change.Statement.of(LEFT, now.day().toString(), now.stamp(), row[0]),
                    Change.Statement.of(
                            INSURED.insert(),
                            next(INSURED),
                            row[1],
                            row[2],
                            u[0],
                            u[1],
                            Records.money(monthly),
                            now.day().toString(),
                            null,
                            now.stamp()));
        }));
    }

    private Deed account(String[] person, String[] unit, String unitAccount, long monthly, Moment now) {
        return Deed.insert(
                "fund account",
                ACCOUNT,
                next(ACCOUNT),
                person[1],
                person[2],
                unitAccount,
                unit[1],
                Records.money(monthly),
                Records.money(monthly * 16 / 100),
                "0.00",
                now.day().toString(),
                "正常",
                now.stamp());
    }

    private Deed withheld(String[] person, String[] unit, long monthly, Moment now) {
        return Deed.insert(
                "withheld income",
                WITHHELD,
                next(WITHHELD),
                person[1],
                person[2],
                unit[0],
                unit[1],
                String.valueOf(now.year()),
                Records.money(monthly),
                "0.00",
                now.stamp());
    }
}
