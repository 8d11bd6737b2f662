package org.citybrain.platform.process;

import java.time.Instant;
import java.util.List;
import org.citybrain.kernel.text.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * One household or person on its way through a scene's process.
 *
 * @param id opaque id, safe in addresses and logs
 * @param version the scene version the case started under; it is finished under the same one
 * @param subjectName name to show, masked
 * @param stage id of the process step where the case waits
 * @param state OPEN, CLOSED, REFUSED or WITHDRAWN
 * @param receipts "resource/lane/sequence/row" of the rows that opened the case
 * @param sourceTime when the department wrote the row that brought the case about
 * @param openedCity city time of opening; legal time counts from here
 */
public record CaseRecord(
        String id,
        String scene,
        String version,
        String subjectKind,
        String subject,
        String period,
        String place,
        String subjectName,
        Bilingual title,
        String stage,
        String state,
        String alert,
        String decision,
        @Nullable String proposal,
        List<String> receipts,
        @Nullable String instance,
        @Nullable Instant sourceTime,
        Instant openedAt,
        Instant openedCity,
        Instant stageCity,
        @Nullable Instant endedAt,
        @Nullable Instant endedCity) {
    public CaseRecord {
        receipts = List.copyOf(receipts);
    }

    public boolean open() {
        return state.equals("OPEN");
    }
}
