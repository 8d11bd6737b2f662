package org.citybrain.samplecity.office;

import java.time.LocalDate;
import org.citybrain.samplecity.belongings.Belongings;
import org.citybrain.samplecity.belongings.Estate;
import org.citybrain.samplecity.belongings.Firm;
import org.citybrain.samplecity.belongings.Home;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.city.Words;
import org.citybrain.samplecity.population.Resident;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.Records;
import org.citybrain.samplecity.tables.RowSink;
import org.citybrain.samplecity.tables.Subject;
import org.jspecify.annotations.Nullable;

/** 自然资源局: parcels, homes, titles, mortgages, sale contracts. */
final class NaturalResources implements Office {
    private static final int RESIDENTS_AN_UNSOLD_FLAT = 900;
    private static final int CONTRACT_YEARS = 3;
    private final Supplies supplies;
    private final Stationery desk;
    private final Book parcels;
    private final Book houses;
    private final Book titles;
    private final Book mortgages;
    private final Book contracts;
    private long residents;

    NaturalResources(Supplies supplies) {
        this.supplies = supplies;
        this.desk = new Stationery(CityTables.NATURAL_RESOURCES, supplies);
        this.parcels = desk.book("parcel");
        this.houses = desk.book("house");
        this.titles = desk.book("title");
        this.mortgages = desk.book("mortgage");
        this.contracts = desk.book("sale_contract");
    }

    @Override
    public void open(RowSink sink) {
        for (Estate estate : supplies.endowments().estates().all()) {
            Pen pen = desk.pen(parcels.last() + 1, sink);
            int area = pen.dice().between(12_000, 90_000);
            parcel(
                    pen,
                    estate.parcelCode(),
                    estate.village(),
                    estate.village().address(1) + estate.name(),
                    "城镇住宅用地",
                    "国有出让",
                    area);
        }
    }

    private void parcel(Pen pen, String code, Village village, String address, String use, String right, int area) {
        pen.write(
                parcels,
                Subject.NOBODY,
                code,
                pen.village(village),
                address,
                use,
                right,
                area + ".00",
                supplies.startDay().minusDays(pen.dice().between(300, 4_000)).toString());
    }

    @Override
    public void write(Belongings belongings, RowSink sink) {
        residents += belongings.life().household().present().size();
        Pen pen = desk.pen(belongings, sink);
        for (Home home : belongings.homes()) {
            if (home.estate() == null) {
                parcel(
                        pen,
                        home.parcelCode(),
                        home.village(),
                        home.address(),
                        "农村宅基地",
                        "集体批准拨用",
                        pen.dice().between(80, 200));
            }
            house(pen, home);
            for (Resident owner : home.owners()) {
                title(pen, home, owner, null);
            }
            Home.Loan loan = home.loan();
            if (loan != null) {
                mortgage(pen, home, home.owners().getFirst(), loan);
            }
            if (home.priceCents() > 0
                    && home.acquiredOn().isAfter(supplies.startDay().minusYears(CONTRACT_YEARS))) {
                contract(pen, home, home.owners().getFirst());
            }
        }
    }

    @Override
    public void close(RowSink sink) {
        for (Home home : supplies.endowments().unsold(residents, RESIDENTS_AN_UNSOLD_FLAT)) {
            Estate estate = home.estate();
            Pen pen = desk.pen(houses.last() + 1, sink);
            house(pen, home);
            title(pen, home, null, estate == null ? null : estate.developer());
        }
    }

    private void house(Pen pen, Home home) {
        Estate estate = home.estate();
        pen.write(
                houses,
                Subject.NOBODY,
                home.unitCode(),
                home.parcelCode(),
                estate == null ? null : estate.name(),
                pen.address(home.village(), home.address()),
                pen.village(home.village()),
                "住宅",
                pen.dice().pick(Words.list("structure")),
                String.valueOf(home.floor()),
                Records.money(home.squareMetres()),
                home.builtOn().toString());
    }

    private void title(Pen pen, Home home, @Nullable Resident owner, @Nullable Firm firm) {
        int year = home.acquiredOn().getYear();
        String county = home.village().county();
        String number =
                String.valueOf(10_000_000L + (titles.last() + 1) % 10_000_000).substring(1);
        pen.writeOnce(
                titles,
                owner != null ? Subject.of(owner) : Subject.firm(firm == null ? 0 : firm.number()),
                year < 2015 ? county + "房权证第" + number + "号" : "赣（" + year + "）" + county + "不动产权第" + number + "号",
                home.unitCode(),
                owner != null ? "自然人" : "企业",
                owner != null ? pen.name(owner) : firm == null ? "" : pen.name(firm),
                owner == null ? null : pen.id(owner),
                firm == null ? null : pen.code(firm),
                home.owners().size() > 1 ? "共同共有" : "单独所有",
                home.priceCents() == 0 ? "首次登记" : "转移登记",
                Records.money(home.priceCents()),
                home.acquiredOn().toString(),
                "现势");
    }

    private void mortgage(Pen pen, Home home, Resident owner, Home.Loan loan) {
        LocalDate ends = home.acquiredOn().plusMonths(loan.months());
        pen.write(
                mortgages,
                Subject.of(owner),
                home.unitCode(),
                pen.name(owner),
                pen.id(owner),
                loan.lender(),
                Records.money(loan.cents()),
                home.acquiredOn().toString(),
                ends.toString(),
                ends.isBefore(supplies.startDay()) ? "注销" : "现势");
    }

    private void contract(Pen pen, Home home, Resident buyer) {
        Resident seller = home.seller();
        Estate estate = home.estate();
        Firm developer = seller != null || estate == null ? null : estate.developer();
        pen.write(
                contracts,
                Subject.of(buyer),
                home.unitCode(),
                seller != null ? pen.name(seller) : developer == null ? null : pen.name(developer),
                seller == null ? null : pen.id(seller),
                developer == null ? null : pen.code(developer),
                pen.name(buyer),
                pen.id(buyer),
                Records.money(home.squareMetres()),
                Records.money(home.priceCents()),
                home.acquiredOn().minusDays(pen.dice().between(10, 60)).toString());
    }
}
