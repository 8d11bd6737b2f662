package org.citybrain.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.citybrain.launcher.compare.PoolRows;
import org.citybrain.launcher.door.DepartmentDatabase;
import org.citybrain.launcher.walk.SkippedException;
import org.citybrain.launcher.walk.Story;
import org.citybrain.launcher.walk.Walk;

/**
 * A department that delivers files: what its workbooks and CSV files hold equals its own database row by row, and a bad
 * workbook beside them gives findings while its good rows go on.
 */
public final class WorkbookStory implements Story {

    private static final String DELIVERING = "education";
    private static final String DEPARTMENT = "inspectors";
    private static final String RESOURCE = DEPARTMENT + ".register";
    private static final Duration SOON = Duration.ofSeconds(120);
    private static final List<String> GOOD =
            List.of("1\t一号楼\t1900-02-28\t12", "2\t二号楼\t2026-11-12\t0.5", "5\t五号楼\t1900-03-01\t7", "8\t八号楼\t\t100.00");
    private static final List<String> CODES = List.of("GW-220", "GW-221", "GW-222", "GW-223", "GW-224", "GW-226");

    @Override
    public String name() {
        return "workbook";
    }

    @Override
    public String title() {
        return "文件交付: XLSX、GBK、增量, 坏表格逐项列出 · files delivered: XLSX, GBK, changes; a bad workbook told cell by cell";
    }

    @Override
    public void walk(Walk walk) throws Exception {
        if (walk.config().find("dept." + DELIVERING + ".outbox").isEmpty()) {
            throw new SkippedException("本城市没有交付文件的部门 · no department of this city delivers files");
        }
        change(walk.department(DELIVERING));
        Path folder = Files.createDirectories(walk.city().home().resolve(DEPARTMENT));
        BadWorkbook.write(folder.resolve("register.xlsx"));
        Files.write(folder.resolve("locked.xlsx"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});

        walk.expect("接入命令 connect ends well", 0, Connecting.connect(walk, folder.toString(), DEPARTMENT));
        walk.awaitSame(
                "好行已入池, 逐行相同 the good rows are in the pool, each as in the workbook",
                SOON,
                GOOD,
                () -> new PoolRows(walk.city())
                        .read(List.of(RESOURCE)).getOrDefault(RESOURCE, List.of()).stream()
                                .sorted()
                                .toList());
        for (String code : CODES) {
            walk.awaitSame(
                    code + " 已列出 is listed",
                    SOON,
                    true,
                    () -> findings(walk).path("codes").has(code));
        }
        walk.awaitSame(
                "不能打开的文件有说明 the file that cannot be opened is told",
                SOON,
                true,
                () -> findings(walk).path("codes").has("GW-201"));
        KillStory.compare(walk, DELIVERING);
    }

    /** A teacher's grade changes, a pupil leaves, one comes: in a workbook, a change file and a GBK file. */
    private static void change(DepartmentDatabase bureau) {
        bureau.execute("update teacher set grade = '高级', updated_at = date_trunc('second', localtimestamp)"
                + " where teacher_no = (select min(teacher_no) from teacher)");
        bureau.execute("delete from pupil where pupil_no = (select max(pupil_no) from pupil)");
        bureau.execute(
                "insert into pupil (pupil_no, name, status) select max(pupil_no) + 10, '新同学, \"小\"', '在读' from pupil");
        bureau.execute(
                "update student_aid set amount = amount + 0.5 where aid_no = (select min(aid_no) from student_aid)");
    }

    private static JsonNode findings(Walk walk) {
        return walk.machine().get("/api/exchange/findings?department=" + DEPARTMENT);
    }
}
