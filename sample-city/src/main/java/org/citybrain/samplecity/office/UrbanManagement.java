package org.citybrain.samplecity.office;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.citybrain.samplecity.belongings.Belongings;
import org.citybrain.samplecity.belongings.Firm;
import org.citybrain.samplecity.belongings.Trade;
import org.citybrain.samplecity.city.Dice;
import org.citybrain.samplecity.city.Village;
import org.citybrain.samplecity.city.Words;
import org.citybrain.samplecity.population.Resident;
import org.citybrain.samplecity.tables.CityTables;
import org.citybrain.samplecity.tables.RowSink;
import org.citybrain.samplecity.tables.Subject;
import org.jspecify.annotations.Nullable;

/** 城管局: grid cells and their workers, city components, incidents, penalties. */
final class UrbanManagement implements Office {
    private final Supplies supplies;
    private final Stationery desk;
    private final Book cells;
    private final Book workers;
    private final Book parts;
    private final Book incidents;
    private final Book penalties;
    private final Map<String, Cells> ofVillage = new HashMap<>();
    private final List<List<String>> kinds = Words.parts("incident");
    private final List<List<String>> conducts = Words.parts("penalty");

    private record Cells(int households, Resident worker) {}

    UrbanManagement(Supplies supplies) {
        this.supplies = supplies;
        this.desk = new Stationery(CityTables.URBAN_MANAGEMENT, supplies);
        this.cells = desk.book("grid_cell");
        this.workers = desk.book("grid_worker");
        this.parts = desk.book("city_part");
        this.incidents = desk.book("incident");
        this.penalties = desk.book("penalty");
    }

    /** A neighbourhood has two cells, a village one. */
    private static int cellsOf(Village village) {
        return village.isUrban() ? 2 : 1;
    }

    private static String cell(Village village, int index) {
        return village.code() + "00" + (index + 1);
    }

    @Override
    public void write(Belongings belongings, RowSink sink) {
        Pen pen = desk.pen(belongings, sink);
        Village village = belongings.life().household().village();
        Resident head = belongings.life().household().present().getFirst();
        count(village, head);
        if (pen.dice().chance(village.isUrban() ? 0.4 : 0.06)) {
            part(pen, village);
        }
        if (pen.dice().chance(village.isUrban() ? 0.3 : 0.06)) {
            incident(pen, village, head);
        }
        if (pen.dice().chance(0.012)) {
            penalty(pen, village, head, belongings.trade().map(Trade::firm).orElse(null));
        }
    }

    /** One household more; the first head of working age becomes the village's grid worker. */
    private void count(Village village, Resident head) {
        Cells known = ofVillage.get(village.code());
        if (known == null) {
            ofVillage.put(village.code(), new Cells(1, head));
        } else {
            Resident worker = isFit(known.worker()) || !isFit(head) ? known.worker() : head;
            ofVillage.put(village.code(), new Cells(known.households() + 1, worker));
        }
    }

    private boolean isFit(Resident resident) {
        int age = resident.ageAtEndOf(supplies.thisYear());
        return age >= 24 && age <= 58;
    }

    private void part(Pen pen, Village village) {
        Dice dice = pen.dice();
        int kind = dice.below(Words.list("city-part").size());
        pen.write(
                parts,
                Subject.NOBODY,
                village.countyCode() + "01" + (kind < 9 ? "0" : "") + (kind + 1)
                        + String.valueOf(1_000_000 + parts.last() % 1_000_000).substring(1),
                Words.list("city-part").get(kind),
                cell(village, dice.below(cellsOf(village))),
                village.county() + dice.pick(Words.list("handling-unit")),
                village.address(dice.between(1, 180)) + "旁",
                supplies.startDay().minusDays(dice.between(30, 5_000)).toString(),
                dice.chance(0.96) ? "完好" : "破损");
    }

    private void incident(Pen pen, Village village, Resident reporter) {
        Dice dice = pen.dice();
        List<String> kind = dice.pick(kinds);
        LocalDate day = supplies.startDay().minusDays(1 + dice.below(240));
        boolean closed = day.isBefore(supplies.startDay().minusDays(6)) || dice.chance(0.4);
        LocalDate done = day.plusDays(dice.below(3));
        boolean told = dice.chance(0.4);
        pen.write(
                incidents,
                told ? Subject.of(reporter) : Subject.NOBODY,
                told ? "公众举报" : dice.pick(Words.list("incident-source")),
                kind.get(0),
                kind.get(1),
                village.address(dice.between(1, 180)) + "附近",
                pen.village(village),
                cell(village, dice.below(cellsOf(village))),
                told ? pen.name(reporter) : null,
                told ? pen.phone(reporter) : null,
                day + Times.at(dice.between(420, 900)),
                day.plusDays(2) + Times.at(1_080),
                closed ? (done.isBefore(supplies.startDay()) ? done : day) + Times.at(dice.between(901, 1_200)) : null,
                village.county() + dice.pick(Words.list("handling-unit")),
                closed ? "已结案" : dice.chance(0.5) ? "已派遣" : "处置中");
    }

    private void penalty(Pen pen, Village village, Resident head, @Nullable Firm firm) {
        List<String> conduct = pen.dice().pick(conducts);
        int year = supplies.thisYear();
        pen.write(
                penalties,
                firm == null ? Subject.of(head) : Subject.firm(firm.number()),
                village.county() + "城罚决字〔" + year + "〕第" + (penalties.last() + 1) + "号",
                firm == null ? "自然人" : "单位",
                firm == null ? pen.name(head) : pen.name(firm),
                firm == null ? pen.id(head) : null,
                firm == null ? null : pen.code(firm),
                conduct.get(0),
                conduct.get(1),
                pen.dice().between(1, 40) * 50 + ".00",
                supplies.startDay().minusDays(pen.dice().between(1, 290)).toString());
    }

    @Override
    public void close(RowSink sink) {
        for (Village village : supplies.divisions().villages()) {
            Pen pen = desk.pen(Long.parseLong(village.code()), sink);
            Cells known = ofVillage.get(village.code());
            if (known != null) {
                worker(pen, village, known.worker());
            }
            int count = cellsOf(village);
            for (int i = 0; i < count; i++) {
                pen.writeOnce(
                        cells,
                        Subject.NOBODY,
                        cell(village, i),
                        village.code(),
                        village.name() + "第" + (i + 1) + "网格",
                        String.valueOf(known == null ? 0 : known.households() / count),
                        pen.dice().between(8_000, 90_000) + ".00",
                        known == null ? null : String.valueOf(workers.last()));
            }
        }
    }

    private void worker(Pen pen, Village village, Resident resident) {
        pen.writeOnce(
                workers,
                Subject.of(resident),
                pen.id(resident),
                pen.name(resident),
                pen.phone(resident),
                pen.village(village),
                supplies.startDay().minusDays(pen.dice().between(60, 2_500)).toString(),
                "在岗");
    }
}
