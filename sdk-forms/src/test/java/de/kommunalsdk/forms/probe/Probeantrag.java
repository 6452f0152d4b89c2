/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.probe;

import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.antrag.Antragsstatus;
import de.kommunalsdk.antrag.Vorgangsnummer;
import de.kommunalsdk.blob.Anlagenspeicher;
import de.kommunalsdk.blob.Anlagenstand;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.lieferung.Fachdaten;
import de.kommunalsdk.forms.lieferung.FormularPaketbauer;
import de.kommunalsdk.mandant.Mandant;
import de.kommunalsdk.mandant.MandantConfig;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.schriftstueck.Schriftstueck;
import de.kommunalsdk.uebermittlung.Paket;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Freezes answers as the pages do and makes the packet, without a database. */
public final class Probeantrag {

    public static final Instant EINGANG = Instant.parse("2026-11-23T09:00:00Z");
    public static final MandantId MANDANT = new MandantId("musterstadt");
    /** Bytes of every file. */
    public static final byte[] INHALT = "%PDF-1.4 synthetisch".getBytes(StandardCharsets.US_ASCII);

    private static final String MANDANT_YAML =
            """
            id: musterstadt
            name: Stadt Musterstadt
            ars: "051110000000"
            basis_url: http://localhost/ozg
            stelle: {name: Bürgerbüro, strasse: Rathausplatz 1, postleitzahl: "99999", ort: Musterstadt, telefon: "1", email: buero@musterstadt.example}
            wappen: {datei: wappen.svg, alternativtext: Wappen}
            verweise: {impressum: /i, datenschutz: /d, barrierefreiheit: /b}
            dienste: {probe: {}}
            """;

    private Probeantrag() {}

    /** A file that was uploaded under this name. */
    public static Anlage anlage(String dateiname, String medientyp) {
        return new Anlage(AnlageId.neu(), dateiname, medientyp, INHALT.length, "0".repeat(64));
    }

    /** The frozen Antrag; {@code anlagen} are all files of the draft. */
    public static Antrag eingefroren(Formular formular, Antworten antworten, LocalDate heute, List<Anlage> anlagen) {
        Antworten sichtbare = Fachdaten.sichtbare(formular, antworten, heute);
        List<AnlageId> gebraucht = Fachdaten.anlagen(sichtbare);
        return new Antrag(
                AntragId.neu(),
                MANDANT,
                formular.dienst().ref(),
                Antragsstatus.EINGEREICHT,
                new Vorgangsnummer("26-ABCD-1234"),
                EINGANG,
                Fachdaten.friereEin(formular, sichtbare, heute),
                "0".repeat(64),
                anlagen.stream().filter(a -> gebraucht.contains(a.id())).toList());
    }

    /** Makes packets for one form, without a PDF. */
    public static FormularPaketbauer paketbauer(Formular formular) {
        return paketbauer(formular, null);
    }

    /** Makes packets for one form, with a PDF. */
    public static FormularPaketbauer paketbauer(Formular formular, @Nullable Schriftstueck schriftstueck) {
        return new FormularPaketbauer(
                ref -> Optional.of(formular).filter(f -> f.dienst().ref().equals(ref)),
                id -> Optional.of(mandant()).filter(m -> m.id().equals(id)),
                new Ablage(),
                Optional.empty(),
                Optional.ofNullable(schriftstueck));
    }

    /** The bytes of the first part in this role, as text. */
    public static String text(Paket paket, Paket.Rolle rolle) {
        Paket.Teil teil = paket.teile().stream()
                .filter(t -> t.rolle() == rolle)
                .findFirst()
                .orElseThrow();
        return new String(bytes(teil), StandardCharsets.UTF_8);
    }

    /** The bytes of a part. */
    public static byte[] bytes(Paket.Teil teil) {
        try (InputStream quelle = teil.inhalt().oeffnen()) {
            return quelle.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The municipality of all packets. */
    public static Mandant mandant() {
        byte[] wappen = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>"
                .getBytes(StandardCharsets.UTF_8);
        return MandantConfig.lies(
                "mandant.yaml", MANDANT_YAML.getBytes(StandardCharsets.UTF_8), name -> Optional.of(wappen));
    }

    /** Has every file. */
    private static final class Ablage implements Anlagenspeicher {

        @Override
        public Anlagenstand speichern(
                MandantId mandant,
                AntragId antrag,
                String dateiname,
                String medientyp,
                InputStream inhalt,
                Grenzen grenzen,
                Pruefung pruefung) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Anlage> liste(MandantId mandant, AntragId antrag) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Anlagenstand> staende(MandantId mandant, AntragId antrag) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<InputStream> oeffnen(MandantId mandant, AntragId antrag, AnlageId anlage) {
            return Optional.of(new ByteArrayInputStream(INHALT));
        }

        @Override
        public void loeschen(MandantId mandant, AntragId antrag, AnlageId anlage) {
            throw new UnsupportedOperationException();
        }
    }
}
