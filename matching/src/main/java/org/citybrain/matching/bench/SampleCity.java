package org.citybrain.matching.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.citybrain.kernel.code.IdentityNumber;

/** Writes the records that twelve sources hold of N test persons living in households; area code 360999 throughout. */
final class SampleCity {
    private static final String AREA = "360999";
    private static final int YEARS = 100;

    private final SampleNames names;
    private final List<SampleSource> sources;
    private final SplittableRandom random;
    private final int[] orders = new int[YEARS * 12 * 31 * 2];
    private int persons;

    SampleCity(SampleNames names, List<SampleSource> sources, long seed) {
        this.names = names;
        this.sources = sources;
        this.random = new SplittableRandom(seed);
    }

    /** Writes one file per source into the folder and tells which. */
    List<Path> write(int residents, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        List<BufferedWriter> writers = new ArrayList<>();
        for (SampleSource source : sources) {
            Path file = folder.resolve(source.name() + ".csv");
            files.add(file);
            BufferedWriter out = Files.newBufferedWriter(file);
            out.write("record_no,id_number,name,sex,birth_date,phone,address,person\n");
            writers.add(out);
        }
        SampleRows rows = new SampleRows(names, random);
        for (int home = 0; persons < residents; home++) {
            for (SamplePerson person : household(home, residents)) {
                for (int i = 0; i < sources.size(); i++) {
                    rows.write(person, sources.get(i), i, writers.get(i));
                }
            }
        }
        for (BufferedWriter out : writers) {
            out.close();
        }
        return files;
    }

    private List<SamplePerson> household(int home, int residents) {
        List<SamplePerson> members = new ArrayList<>();
        String family = names.family(random);
        String shared = phone();
        int former = random.nextInt(Math.max(1, residents / 3));
        int eldest = 22 + random.nextInt(60);
        members.add(person(family, true, eldest, phone(), home, former));
        if (random.nextInt(10) < 8) {
            members.add(person(
                    names.family(random), false, Math.max(20, eldest - 3 + random.nextInt(6)), phone(), home, former));
            int children = random.nextInt(4);
            for (int i = 0; i < children; i++) {
                int age = Math.max(0, eldest - 22 - random.nextInt(12));
                String phone = age < 16 ? shared : phone();
                SamplePerson child = person(family, random.nextBoolean(), age, phone, home, former);
                members.add(child);
                if (random.nextInt(100) == 0) {
                    members.add(twin(child, family));
                }
            }
        }
        return members;
    }

    private SamplePerson twin(SamplePerson other, String family) {
        String name = family + names.given(other.male(), random);
        String identity = identity(other.year(), other.month(), other.day(), other.male());
        return new SamplePerson(
                persons++,
                identity,
                name,
                other.male(),
                other.year(),
                other.month(),
                other.day(),
                other.phone(),
                other.home(),
                other.formerHome());
    }

    private SamplePerson person(String family, boolean male, int age, String phone, int home, int former) {
        int year = SamplePerson.THIS_YEAR - age;
        int month = 1 + random.nextInt(12);
        int day = 1 + random.nextInt(28);
        String name = family + names.given(male, random);
        String identity = identity(year, month, day, male);
        return new SamplePerson(persons++, identity, name, male, year, month, day, phone, home, former);
    }

    /** The next free number of a day: odd orders for men, even ones for women. */
    private String identity(int year, int month, int day, boolean male) {
        int slot = (((SamplePerson.THIS_YEAR - year) * 12 + month - 1) * 31 + day - 1) * 2 + (male ? 1 : 0);
        int order = orders[slot]++ * 2 + (male ? 1 : 0);
        String digits = AREA + String.format("%04d%02d%02d%03d", year, month, day, order % 1000);
        return digits + IdentityNumber.checkOf(digits);
    }

    private String phone() {
        return "1" + (3 + random.nextInt(7)) + String.format("%09d", random.nextInt(1_000_000_000));
    }
}
