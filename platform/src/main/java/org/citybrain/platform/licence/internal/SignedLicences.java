package org.citybrain.platform.licence.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.citybrain.kernel.code.LicenceId;
import org.citybrain.kernel.text.Bilingual;
import org.citybrain.platform.access.Callers;
import org.citybrain.platform.audit.Audit;
import org.citybrain.platform.audit.AuditEvent;
import org.citybrain.platform.clock.CityTime;
import org.citybrain.platform.licence.LicenceProblem;
import org.citybrain.platform.licence.Licences;
import org.citybrain.platform.problem.Refusal;
import org.citybrain.platform.problem.ShortText;
import org.citybrain.platform.registry.Masking;
import org.citybrain.platform.registry.PaperContent;
import org.citybrain.platform.registry.Papers;
import org.citybrain.platform.registry.ReadLedger;
import org.citybrain.platform.registry.ReadReason;
import org.citybrain.platform.registry.RegistryProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** E-licences over the registry's index of papers: what is signed is what the department's record says at that moment. */
@Service
@Transactional
class SignedLicences implements Licences {
    private static final String KIND = "licence";
    private static final String ENDED = "ENDED";

    private final Papers papers;
    private final LicenceTable table;
    private final LicenceKey key;
    private final ReadLedger ledger;
    private final Audit audit;
    private final CityTime time;
    private final Clock clock = Clock.systemUTC();

    SignedLicences(Papers papers, LicenceTable table, LicenceKey key, ReadLedger ledger, Audit audit, CityTime time) {
        this.papers = papers;
        this.table = table;
        this.key = key;
        this.ledger = ledger;
        this.audit = audit;
        this.time = time;
    }

    @Override
    public Issued issue(String paper, ReadReason reason) {
        PaperContent content = content(paper);
        PaperContent.Issuer issuer = content.issuer();
        if (issuer == null) {
            throw Refusal.of(LicenceProblem.NOT_ISSUED_HERE, content.paper().resource());
        }
        if (content.paper().state().equals(ENDED)) {
            throw Refusal.of(LicenceProblem.NOT_IN_FORCE, content.paper().number());
        }
        answerFor(content, reason);
        String ref = content.paper().ref();
        table.lock(ref);
        List<LicenceTable.Row> before = table.of(ref);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        replace(before, at);
        int version = before.isEmpty() ? 1 : before.getFirst().version() + 1;
        // an identifier has three digits for the version: after 999 a new serial counts from 001
        String serial = version % LicenceId.VERSIONS == 1
                ? LocalDate.now(time.clock()).getYear() + table.nextSerial()
                : before.getFirst().serial();
        String counted = String.format("%03d", (version - 1) % LicenceId.VERSIONS + 1);
        String identifier = new LicenceId(issuer.typeCode(), issuer.code(), serial, counted).text();
        sign(identifier, serial, version, content, issuer, at);
        audit.record(AuditEvent.LICENCE_ISSUED, "licence:" + identifier, Map.of("paper", ref, "version", version));
        return issued(get(identifier));
    }

    private void sign(
            String identifier,
            String serial,
            int version,
            PaperContent content,
            PaperContent.Issuer issuer,
            Instant at) {
        String document =
                LicenceDocument.of(identifier, content, issuer, at.toString()).text();
        String signature = key.sign(document);
        table.add(new LicenceTable.Row(
                identifier,
                content.paper().ref(),
                serial,
                version,
                document,
                signature,
                LicenceKey.checkCode(signature),
                at,
                Callers.get().login(),
                null,
                null,
                null));
    }

    /** The version in force gives way; one that still says what the record says stays. */
    private void replace(List<LicenceTable.Row> before, Instant at) {
        if (before.isEmpty() || before.getFirst().revokedAt() != null) {
            return;
        }
        LicenceTable.Row last = before.getFirst();
        if (state(last) == State.VALID) {
            throw Refusal.of(LicenceProblem.ALREADY_ISSUED, last.identifier());
        }
        takeBack(last, "换发新版本 · replaced by the next version", at);
    }

    private PaperContent content(String paper) {
        return papers.content(KIND, paper).orElseThrow(() -> Refusal.notFound("licence " + paper));
    }

    private void answerFor(PaperContent content, ReadReason reason) {
        if (reason.purpose().isBlank() || reason.legalBasis().isBlank()) {
            throw Refusal.of(RegistryProblem.REASON_MISSING, "两者都会写入使用记录 · both are written to the ledger");
        }
        if (content.person() != null) {
            ledger.record(content.person(), reason, true, Set.of(KIND));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Issued> of(String paper) {
        return papers.content(KIND, paper)
                .map(content -> table.of(content.paper().ref()).stream()
                        .map(this::issued)
                        .toList())
                .orElse(List.of());
    }

    @Override
    public Signed document(String identifier, ReadReason reason) {
        LicenceTable.Row row = get(identifier);
        papers.content(KIND, row.paper()).ifPresent(content -> answerFor(content, reason));
        return new Signed(row.document(), row.signature(), key.node(), key.publicKey());
    }

    @Override
    public Issued revoke(String identifier, String reason) {
        if (reason.isBlank()) {
            throw Refusal.of(LicenceProblem.REVOCATION_REASON_MISSING, identifier);
        }
        ShortText.require("理由", "a reason", reason);
        table.lock(get(identifier).paper());
        LicenceTable.Row row = get(identifier);
        if (row.revokedAt() != null) {
            throw Refusal.of(LicenceProblem.ALREADY_REVOKED, identifier);
        }
        takeBack(row, reason.strip(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return issued(get(identifier));
    }

    private void takeBack(LicenceTable.Row row, String reason, Instant at) {
        String statement = "revoked " + row.identifier() + " " + at;
        table.revoke(
                row.identifier(),
                statement,
                key.sign(statement),
                reason,
                at,
                Callers.get().login());
        audit.record(AuditEvent.LICENCE_REVOKED, "licence:" + row.identifier(), Map.of("reason", reason));
    }

    @Override
    @Transactional(readOnly = true)
    public Check check(String identifier, String checkCode) {
        LicenceTable.Row row = table.find(identifier)
                .filter(found -> found.checkCode().equalsIgnoreCase(checkCode.strip()))
                .orElseThrow(() -> Refusal.notFound("licence of this identifier and check code"));
        LicenceDocument document = LicenceDocument.read(row.document());
        boolean person = document.holderNumber().contains("*");
        Optional<PaperContent> now = papers.content(KIND, row.paper());
        return new Check(
                row.identifier(),
                state(row),
                named(document.type(), now.map(content -> content.paper().type())),
                named(document.issuerName(), now.map(PaperContent::issuer).map(PaperContent.Issuer::name)),
                document.number(),
                person ? Masking.NAME.mask(document.holder()) : document.holder(),
                document.from(),
                document.to(),
                row.issuedAt(),
                row.statement());
    }

    /** What was signed, with its English where today's declaration still calls it so. */
    private static Bilingual named(String signed, Optional<Bilingual> today) {
        return today.filter(name -> name.zh().equals(signed)).orElse(new Bilingual(signed, signed));
    }

    @Override
    @Transactional(readOnly = true)
    public State verify(String document, String signature) {
        if (!key.signed(document, signature)) {
            return State.FORGED;
        }
        return table.find(LicenceDocument.read(document).identifier())
                .filter(row -> row.document().equals(document))
                .map(this::state)
                .orElse(State.FORGED);
    }

    private LicenceTable.Row get(String identifier) {
        return table.find(identifier).orElseThrow(() -> Refusal.notFound("licence " + identifier));
    }

    private State state(LicenceTable.Row row) {
        LicenceDocument document = LicenceDocument.read(row.document());
        if (row.revokedAt() != null) {
            return State.REVOKED;
        }
        if (!key.signed(row.document(), row.signature())) {
            return State.FORGED;
        }
        @Nullable String to = document.to();
        if (to != null && to.compareTo(LocalDate.now(time.clock()).toString()) < 0) {
            return State.EXPIRED;
        }
        Optional<PaperContent> now = papers.content(KIND, row.paper());
        boolean same = now.isPresent() && !now.get().paper().state().equals(ENDED) && document.stillSays(now.get());
        return same ? State.VALID : State.CHANGED;
    }

    private Issued issued(LicenceTable.Row row) {
        return new Issued(
                row.identifier(),
                row.paper(),
                row.version(),
                state(row),
                row.issuedAt(),
                row.issuedBy(),
                row.checkCode(),
                row.revokedAt(),
                row.reason());
    }
}
