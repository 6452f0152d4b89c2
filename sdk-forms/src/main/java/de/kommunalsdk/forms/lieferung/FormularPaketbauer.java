/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.lieferung;

import de.kommunalsdk.anmeldung.Anmeldenachweise;
import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.blob.Anlagenspeicher;
import de.kommunalsdk.crypto.Sha256;
import de.kommunalsdk.dateityp.Dateityp;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.error.OzgException;
import de.kommunalsdk.error.Problem;
import de.kommunalsdk.error.ServiceUnavailable;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.antworten.Eingefrorenes;
import de.kommunalsdk.forms.antworten.Eingefrorenes.Zustimmung;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.schema.Bauplan;
import de.kommunalsdk.schema.Instanzpruefung;
import de.kommunalsdk.schriftstueck.Beilage;
import de.kommunalsdk.schriftstueck.Beilage.Verhaeltnis;
import de.kommunalsdk.schriftstueck.Pdf;
import de.kommunalsdk.schriftstueck.Schriftstueck;
import de.kommunalsdk.schriftstueck.SchriftstueckFehler;
import de.kommunalsdk.store.StoreFehler;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.uebermittlung.Paket.Rolle;
import de.kommunalsdk.uebermittlung.Paketbauer;
import de.kommunalsdk.xfall.Anlagewert;
import de.kommunalsdk.xfall.Gruppenwert;
import de.kommunalsdk.xfall.XfallJson;
import de.kommunalsdk.xfall.XfallXml;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the packet of a frozen Antrag: XML and JSON of the FIM schema, the summary as PDF when there is a Schriftstueck,
 * and the files. Thread-safe.
 *
 * <p>The values are checked against the schema first. A violation is logged with its code and delivered: the receiver
 * may well take it, and two real schemas demand what nobody can give.
 *
 * <p>A PDF that cannot be made now is tried again with the whole packet; one that can never be made is a Klaerungsfall:
 * nobody gets half of an Antrag without a person's decision.
 */
public final class FormularPaketbauer implements Paketbauer {

    private static final Logger LOG = LoggerFactory.getLogger(FormularPaketbauer.class);
    private final Function<DienstRef, Optional<Formular>> formulare;
    private final Function<MandantId, Optional<Mandant>> mandanten;
    private final Anlagenspeicher anlagen;
    private final Optional<Anmeldenachweise> anmeldenachweise;
    private final Optional<Schriftstueck> schriftstueck;
    private final Map<DienstRef, Bauplan> plaene = new ConcurrentHashMap<>();

    /** With the portal's forms, Mandanten and files; without a PDF. */
    public FormularPaketbauer(
            Function<DienstRef, Optional<Formular>> formulare,
            Function<MandantId, Optional<Mandant>> mandanten,
            Anlagenspeicher anlagen) {
        this(formulare, mandanten, anlagen, Optional.empty(), Optional.empty());
    }

    /** With the portal's forms, Mandanten, files, reports of logins and maker of PDF. */
    public FormularPaketbauer(
            Function<DienstRef, Optional<Formular>> formulare,
            Function<MandantId, Optional<Mandant>> mandanten,
            Anlagenspeicher anlagen,
            Optional<Anmeldenachweise> anmeldenachweise,
            Optional<Schriftstueck> schriftstueck) {
        this.anmeldenachweise = anmeldenachweise;
        this.formulare = formulare;
        this.mandanten = mandanten;
        this.anlagen = anlagen;
        this.schriftstueck = schriftstueck;
    }

    /** The summary for who applied: without answers of others. Empty without a Schriftstueck. Throws as {@link #baue}. */
    public Optional<Paket.Teil> zusammenfassung(Antrag antrag) {
        return schriftstueck.isEmpty()
                ? Optional.empty()
                : baue(antrag, "zusammenfassung", true).teile().stream()
                        .filter(teil -> teil.rolle() == Rolle.ZUSAMMENFASSUNG_PDF)
                        .findFirst();
    }

    /**
     * The packet.
     *
     * @throws InvalidInput OZG-FORM-0011 when the form or the Mandant is gone, or a code of the Schriftstueck
     * @throws ServiceUnavailable OZG-FORM-0070 or a code of the Schriftstueck
     */
    @Override
    public Paket baue(Antrag antrag, String schluessel) {
        return baue(antrag, schluessel, false);
    }

    private Paket baue(Antrag antrag, String schluessel, boolean nurEigene) {
        Formular formular = formulare
                .apply(antrag.dienst())
                .orElseThrow(() -> new InvalidInput(FormFehler.EINGEFROREN, "Dienst " + antrag.dienst()));
        Mandant mandant = mandanten
                .apply(antrag.mandant())
                .orElseThrow(() -> new InvalidInput(FormFehler.EINGEFROREN, "Mandant " + antrag.mandant()));
        Antworten alle = AntwortenFormat.lies(antrag.inhalt());
        boolean ausschnitt = nurEigene && formular.hatFremde();
        Antworten antworten = ausschnitt ? Fachdaten.sichtbare(formular, alle, Antragsdruck.tag(antrag)) : alle;
        // as it was when the citizen answered: a list that was installed since does not make invented codes real
        List<String> synthetische = AntwortenFormat.synthetische(antrag.inhalt());
        String zusatz = synthetische.isEmpty() ? "" : "-SYNTHETISCH";
        String name = "fachdaten" + zusatz;
        Map<AnlageId, Paket.Teil> dateien = new HashMap<>();
        List<Paket.Teil> teile = new ArrayList<>();
        for (int i = 0; i < antrag.anlagen().size(); i++) {
            Anlage anlage = antrag.anlagen().get(i);
            dateien.put(anlage.id(), datei(antrag, anlage, i + 1));
        }
        Gruppenwert werte = Instanzwerte.von(antworten, id -> anlagewert(dateien, id));
        List<Problem> verstoesse = verstoesse(formular, werte);
        if (!verstoesse.isEmpty()) {
            LOG.warn(
                    "{} Antrag {}: {}",
                    FormFehler.SCHEMAVERLETZUNG.code(),
                    antrag.id(),
                    verstoesse.stream()
                            .map(p -> p.code().code() + " " + p.stelle().pfad())
                            .toList());
        }
        String schema = formular.schema().kennung();
        byte[] xml = bytes(ziel -> XfallXml.schreibe(formular.schema(), werte, ziel));
        teile.add(teil(Rolle.FACHDATEN_XML, name + ".xml", "application/xml", schema, xml));
        teile.add(teil(
                Rolle.FACHDATEN_JSON,
                name + ".json",
                "application/json",
                schema,
                bytes(ziel -> XfallJson.schreibe(formular.schema(), werte, ziel))));
        schriftstueck.ifPresent(satz -> teile.add(teil(
                Rolle.ZUSAMMENFASSUNG_PDF,
                "zusammenfassung" + zusatz + ".pdf",
                Pdf.MEDIENTYP,
                "",
                drucke(satz, gelesen(formular, antrag, ausschnitt), mandant, antrag, xml, name + ".xml"))));
        AntwortenFormat.zustimmungen(antrag.inhalt())
                .ifPresent(json -> teile.add(
                        teil(Rolle.BETEILIGTE, "beteiligte" + zusatz + ".json", "application/json", "", json)));
        if (!antworten.nachweise().herkunft().isEmpty()) {
            teile.add(teil(
                    Rolle.HERKUNFT_JSON,
                    "herkunft" + zusatz + ".json",
                    "application/json",
                    schema,
                    AntwortenFormat.herkunft(antworten)));
        }
        if (!nurEigene) {
            anmeldenachweise
                    .flatMap(n -> n.bericht(antrag.mandant(), antrag.id()))
                    .ifPresent(json -> teile.add(teil(
                            Rolle.IDENTIFIKATION_JSON,
                            "identifikation" + zusatz + ".json",
                            "application/json",
                            "",
                            json)));
        }
        antrag.anlagen().forEach(anlage -> teile.add(gefunden(dateien, anlage.id())));
        return new Paket(
                schluessel,
                antrag.mandant(),
                mandant.regionalschluessel().wert(),
                antrag.id(),
                antrag.dienst(),
                formular.dienst().leistungsschluessel().get(0).wert(),
                antrag.vorgangsnummer(),
                antrag.eingegangenAm(),
                synthetische,
                teile);
    }

    /** The form as the reader of the summary sees it. */
    private static Formular gelesen(Formular formular, Antrag antrag, boolean ausschnitt) {
        return ausschnitt || !formular.hatFremde()
                ? formular
                : formular.mitSeitenVon(Eingefrorenes.lies(antrag.inhalt()).zustimmungen().stream()
                        .map(Zustimmung::rolle)
                        .toList());
    }

    private static Anlagewert anlagewert(Map<AnlageId, Paket.Teil> dateien, AnlageId id) {
        Paket.Teil teil = gefunden(dateien, id);
        return new Anlagewert(teil.dateiname(), teil.sha256(), teil.medientyp());
    }

    private static Paket.Teil gefunden(Map<AnlageId, Paket.Teil> dateien, AnlageId id) {
        Paket.Teil teil = dateien.get(id);
        if (teil == null) {
            throw new InvalidInput(FormFehler.EINGEFROREN, "Anlage fehlt");
        }
        return teil;
    }

    private Paket.Teil datei(Antrag antrag, Anlage anlage, int nummer) {
        return new Paket.Teil(
                Rolle.ANLAGE,
                "anlage-" + nummer
                        + Dateityp.vonMedientyp(anlage.medientyp())
                                .map(Dateityp::endung)
                                .orElse(".bin"),
                anlage.dateiname(),
                anlage.medientyp(),
                anlage.groesse(),
                anlage.sha256(),
                "",
                () -> anlagen.oeffnen(antrag.mandant(), antrag.id(), anlage.id())
                        .orElseThrow(() -> new InvalidInput(StoreFehler.ANLAGE_UNVOLLSTAENDIG, "")));
    }

    /** What the schema demands and these values do not give; cheap, as the plan of a form is made once. */
    List<Problem> verstoesse(Formular formular, Gruppenwert werte) {
        Bauplan plan = plaene.computeIfAbsent(formular.dienst().ref(), ref -> Bauplan.von(formular.schema()));
        return Instanzpruefung.pruefe(plan, "", werte);
    }

    private static byte[] drucke(
            Schriftstueck satz, Formular formular, Mandant mandant, Antrag antrag, byte[] xml, String xmlName) {
        try {
            Pdf pdf = satz.setze(Antragsdruck.vorlage(
                    formular,
                    mandant,
                    antrag,
                    new Beilage(xmlName, "application/xml", Verhaeltnis.DATA, "Die Angaben als XML", xml)));
            if (!pdf.ersetzteZeichen().isEmpty()) {
                LOG.warn(
                        "{} Antrag {}: {} verschiedene",
                        SchriftstueckFehler.ZEICHEN_ERSETZT.code(),
                        antrag.id(),
                        pdf.ersetzteZeichen().size());
            }
            return pdf.inhalt();
        } catch (OzgException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ServiceUnavailable(FormFehler.DRUCK, e.getClass().getName(), null);
        }
    }

    private static byte[] bytes(Schreiber schreiber) {
        ByteArrayOutputStream ziel = new ByteArrayOutputStream();
        schreiber.schreibe(ziel);
        return ziel.toByteArray();
    }

    private static Paket.Teil teil(Rolle rolle, String name, String medientyp, String schema, byte[] bytes) {
        return new Paket.Teil(
                rolle,
                name,
                name,
                medientyp,
                bytes.length,
                Sha256.hex(bytes),
                schema,
                () -> new ByteArrayInputStream(bytes));
    }

    private interface Schreiber {
        void schreibe(ByteArrayOutputStream ziel);
    }
}
