/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.AntragStore;
import de.kommunalsdk.antrag.Entwurf;
import de.kommunalsdk.antrag.Speicherergebnis;
import de.kommunalsdk.beteiligung.Weitergabe;
import de.kommunalsdk.dienst.DienstFehler;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.Fehlerspur;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.entwurf.Beiseite;
import de.kommunalsdk.forms.entwurf.EntwurfFehler;
import de.kommunalsdk.nutzerkonto.Vertrauensniveau;
import de.kommunalsdk.store.StoreFehler;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a draft stands when it is opened: there, in need of another version, or gone. */
final class Entwurfslage {

    private static final Logger LOG = LoggerFactory.getLogger(Entwurfslage.class);
    private static final int VERSUCHE = 3;

    private final KommunalSdk sdk;
    private final Entwurfsseiten seiten;
    private final Sendungen sendungen;
    private final AntragStore antraege;
    private final Entwurfsschreiber entwuerfe;

    Entwurfslage(KommunalSdk sdk, Entwurfsseiten seiten, Sendungen sendungen) {
        this.sdk = sdk;
        this.seiten = seiten;
        this.sendungen = sendungen;
        this.antraege = sdk.datenhaltung().antraege();
        this.entwuerfe = new Entwurfsschreiber(antraege);
    }

    /** Ends the request unless new drafts may be begun. */
    void verlangeOffen(OzgDienst dienst, LocalDate heute) {
        if (!dienst.entwurf().nimmtNeue(heute)) {
            throw new Abbruch(410, EntwurfFehler.FASSUNG_BEENDET, "web.beendet");
        }
    }

    /**
     * The draft in a version that can be shown; empty when a page says why there is none. A draft whose version is gone or
     * at its end is brought to {@code angeboten} here, in one transaction, the moment it is opened by whom the barrier lets pass.
     */
    Optional<Vorgang> oeffne(
            Anfrage a, OzgDienst angeboten, AntragId id, List<String> rest, LocalDate heute, Anmeldeschranke schranke)
            throws IOException {
        Optional<Entwurf> gelesen = antraege.entwurf(a.mandant().id(), id)
                .filter(e -> e.dienst().id().equals(angeboten.id()));
        for (int versuch = 0; gelesen.isPresent() && versuch < VERSUCHE; versuch++) {
            Entwurf entwurf = gelesen.get();
            if (traegt(entwurf.dienst(), heute) || ruht(entwurf)) {
                return gezeigt(vorgang(a, entwurf, heute), rest);
            }
            OzgDienst begonnener = sdk.dienste().dienst(entwurf.dienst()).orElse(angeboten);
            if (!schranke.laesstZu(a, begonnener, id, niveau(a, entwurf, begonnener, heute))) {
                return Optional.empty();
            }
            Umstellung umstellung = stelleUm(angeboten, entwurf, heute);
            if (umstellung.hindernis().isPresent()) {
                if (!nachtrag(a, angeboten, id, rest)) {
                    seiten.verwaist(
                            a, angeboten, entwurf, rest, umstellung.hindernis().get());
                }
                return Optional.empty();
            }
            gelesen = umstellung.danach();
        }
        seiten.weg(a, angeboten, id, rest);
        return Optional.empty();
    }

    /** Offers what was kept when the login was over, to be read and sent, though the version is gone. */
    private boolean nachtrag(Anfrage a, OzgDienst dienst, AntragId id, List<String> rest) throws IOException {
        boolean da = !a.istPost()
                && !rest.isEmpty()
                && rest.get(0).equals(Sendungen.PFAD)
                && sendungen.gefragte(a, id.wert(), rest).isPresent();
        if (da) {
            sendungen.biete(a, id.wert(), rest, Vorgang.pfad(dienst, id), Vorgang.stelle(a, dienst));
        }
        return da;
    }

    /** All answers may be shown: the highest level that they were asked for, or else that of the Dienst. */
    private Vertrauensniveau niveau(Anfrage a, Entwurf entwurf, OzgDienst begonnener, LocalDate heute) {
        return sdk.formular(entwurf.dienst())
                .map(f -> f.niveau(vorgang(a, entwurf, heute).lage().seiten()))
                .orElse(begonnener.vertrauensniveau());
    }

    /** A draft as it was just read, for a page that shows it. */
    Vorgang vorgang(Anfrage a, Entwurf entwurf, LocalDate heute) {
        return new Vorgang(a, formular(entwurf.dienst()), entwurf, AntwortenFormat.lies(entwurf.inhalt()), heute);
    }

    private Formular formular(DienstRef ref) {
        return sdk.formular(ref).orElseThrow(() -> new Abbruch(503, DienstFehler.GESTOERT, "web.gestoert"));
    }

    private boolean traegt(DienstRef ref, LocalDate heute) {
        return sdk.dienste().dienst(ref).filter(d -> d.entwurf().traegt(heute)).isPresent();
    }

    /** Whether others are asked about these answers: a move would take that back. */
    private boolean ruht(Entwurf entwurf) {
        return sdk.formular(entwurf.dienst()).isPresent()
                && sdk.datenhaltung()
                        .beteiligungen()
                        .weitergabe(entwurf.mandant(), entwurf.id())
                        .filter(Weitergabe::laeuft)
                        .isPresent();
    }

    /** What became of a draft: it is in its new version, or cannot be. */
    private record Umstellung(Optional<Entwurf> danach, Optional<Fehlercode> hindernis) {}

    private Umstellung stelleUm(OzgDienst angeboten, Entwurf entwurf, LocalDate heute) {
        if (angeboten.ref().equals(entwurf.dienst()) || !traegt(angeboten.ref(), heute)) {
            return new Umstellung(Optional.empty(), Optional.of(EntwurfFehler.FASSUNG_WEG));
        }
        Formular neues = formular(angeboten.ref());
        Antworten alt = AntwortenFormat.lies(entwurf.inhalt());
        Optional<Antworten> neu;
        try {
            neu = sdk.umsteller().stelleUm(entwurf.dienst(), neues, alt);
        } catch (RuntimeException e) { // of the portal's own class
            LOG.error("{} {}: {}", EntwurfFehler.UMSTELLUNG.code(), entwurf.dienst(), Fehlerspur.von(e));
            return new Umstellung(Optional.empty(), Optional.of(EntwurfFehler.UMSTELLUNG));
        }
        if (neu.isEmpty()) {
            return new Umstellung(Optional.empty(), Optional.of(EntwurfFehler.FASSUNG_WEG));
        }
        try {
            Speicherergebnis ergebnis = entwuerfe.stelleUm(entwurf, neues, neu.get(), heute);
            if (ergebnis instanceof Speicherergebnis.Gespeichert g) {
                return new Umstellung(Optional.of(g.entwurf()), Optional.empty());
            }
            // Another tab wrote or moved it meanwhile: what stands there now is looked at anew.
            return new Umstellung(
                    ergebnis instanceof Speicherergebnis.Konflikt k ? Optional.of(k.aktuell()) : Optional.empty(),
                    Optional.empty());
        } catch (InvalidInput e) {
            if (e.fehlercode() != StoreFehler.ZU_GROSS) {
                throw e;
            }
            return new Umstellung(Optional.empty(), Optional.of(StoreFehler.ZU_GROSS));
        }
    }

    /** Who was not told of a new version yet is told before anything else. */
    private static Optional<Vorgang> gezeigt(Vorgang v, List<String> rest) {
        boolean erst = !v.a().istPost()
                && Beiseite.vermerk(v.antworten()).isPresent()
                && !(rest.size() == 1 && rest.get(0).equals("umgestellt"))
                && !(rest.size() == 2 && rest.get(0).equals(Sendungen.PFAD));
        if (erst) {
            v.a().leiteWeiter(v.pfad() + "/umgestellt");
            return Optional.empty();
        }
        return Optional.of(v);
    }

    /** The citizen has read it. */
    void bestaetige(Vorgang v) {
        if (Beiseite.vermerk(v.antworten()).isPresent()) {
            // A write that another tab overtook leaves the note: then it is shown again.
            entwuerfe.schreibe(v, Beiseite.bestaetigt(v.antworten()));
        }
        v.a().leiteWeiter(v.pfad());
    }
}
