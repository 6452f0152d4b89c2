/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.lieferung;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.blob.Anlagenspeicher;
import de.kommunalsdk.crypto.Sha256;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.antworten.AntwortenFormat;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantId;
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
import java.util.function.Function;

/** Makes the packet of a frozen Antrag: XML and JSON of the FIM schema, and the files. Thread-safe. */
public final class FormularPaketbauer implements Paketbauer {

    private static final Map<String, String> ENDUNGEN =
            Map.of("application/pdf", ".pdf", "image/jpeg", ".jpg", "image/png", ".png");

    private final Function<DienstRef, Optional<Formular>> formulare;
    private final Function<MandantId, Optional<Mandant>> mandanten;
    private final Anlagenspeicher anlagen;

    /** With the portal's forms, Mandanten and files. */
    public FormularPaketbauer(
            Function<DienstRef, Optional<Formular>> formulare,
            Function<MandantId, Optional<Mandant>> mandanten,
            Anlagenspeicher anlagen) {
        this.formulare = formulare;
        this.mandanten = mandanten;
        this.anlagen = anlagen;
    }

    /** Throws OZG-FORM-0011 when the form or the Mandant is gone. */
    @Override
    public Paket baue(Antrag antrag, String schluessel) {
        Formular formular = formulare
                .apply(antrag.dienst())
                .orElseThrow(() -> new InvalidInput(FormFehler.EINGEFROREN, "Dienst " + antrag.dienst()));
        Mandant mandant = mandanten
                .apply(antrag.mandant())
                .orElseThrow(() -> new InvalidInput(FormFehler.EINGEFROREN, "Mandant " + antrag.mandant()));
        Antworten antworten = AntwortenFormat.lies(antrag.inhalt());
        // as it was when the citizen answered: a list that was installed since does not make invented codes real
        List<String> synthetische = AntwortenFormat.synthetische(antrag.inhalt());
        String name = synthetische.isEmpty() ? "fachdaten" : "fachdaten-SYNTHETISCH";
        Map<AnlageId, Paket.Teil> dateien = new HashMap<>();
        List<Paket.Teil> teile = new ArrayList<>();
        for (int i = 0; i < antrag.anlagen().size(); i++) {
            Anlage anlage = antrag.anlagen().get(i);
            dateien.put(anlage.id(), datei(antrag, anlage, i + 1));
        }
        Gruppenwert werte = Instanzwerte.von(antworten, id -> anlagewert(dateien, id));
        String schema = formular.schema().kennung();
        teile.add(teil(
                Rolle.FACHDATEN_XML,
                name + ".xml",
                "application/xml",
                schema,
                ziel -> XfallXml.schreibe(formular.schema(), werte, ziel)));
        teile.add(teil(
                Rolle.FACHDATEN_JSON,
                name + ".json",
                "application/json",
                schema,
                ziel -> XfallJson.schreibe(formular.schema(), werte, ziel)));
        AntwortenFormat.zustimmungen(antrag.inhalt())
                .ifPresent(json -> teile.add(teil(
                        Rolle.BETEILIGTE, "beteiligte.json", "application/json", "", ziel -> ziel.writeBytes(json))));
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
                "anlage-" + nummer + ENDUNGEN.getOrDefault(anlage.medientyp(), ".bin"),
                anlage.dateiname(),
                anlage.medientyp(),
                anlage.groesse(),
                anlage.sha256(),
                "",
                () -> anlagen.oeffnen(antrag.mandant(), antrag.id(), anlage.id())
                        .orElseThrow(() -> new InvalidInput(StoreFehler.ANLAGE_UNVOLLSTAENDIG, "")));
    }

    private static Paket.Teil teil(Rolle rolle, String name, String medientyp, String schema, Schreiber schreiber) {
        ByteArrayOutputStream ziel = new ByteArrayOutputStream();
        schreiber.schreibe(ziel);
        byte[] bytes = ziel.toByteArray();
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
