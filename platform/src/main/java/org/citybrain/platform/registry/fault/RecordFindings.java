package org.citybrain.platform.registry.fault;

import java.util.List;
import java.util.Map;
import org.citybrain.kernel.finding.Finding;
import org.citybrain.platform.exchange.RowFindings;
import org.citybrain.platform.registry.resolve.RecordFault;
import org.citybrain.platform.registry.resolve.Resolver;
import org.springframework.stereotype.Component;

/** Tells the exchange's list of findings what is strange about source records, and what became right again. */
@Component
public class RecordFindings {
    private static final String CODES = "RG-1";
    private final RowFindings findings;

    RecordFindings(RowFindings findings) {
        this.findings = findings;
    }

    /** Tells of rows that were taken, each at its receipt. */
    public void tell(List<Resolver.Taken> rows) {
        for (Resolver.Taken row : rows) {
            if (row.mended() != null) {
                findings.mended(RowFindings.Position.of(row.mended()), CODES);
            }
            row.faults()
                    .forEach(fault ->
                            findings.add(RowFindings.Position.of(row.receipt()), finding(row.receipt(), fault)));
        }
    }

    private static Finding finding(String place, RecordFault.Found found) {
        RecordFault fault = found.fault();
        return new Finding(
                fault.code(),
                fault.severity(),
                place,
                found.column(),
                fault.message(),
                fault.advice(),
                Map.of("excerpt", found.detail()));
    }
}
