/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.lieferung;

import static de.kommunalsdk.forms.probe.Probeformular.FORMULAR;
import static de.kommunalsdk.forms.probe.Probeformular.GANZZAHL;
import static de.kommunalsdk.forms.probe.Probeformular.GELD;
import static de.kommunalsdk.forms.probe.Probeformular.HEUTE;
import static de.kommunalsdk.forms.probe.Probeformular.KIND;
import static de.kommunalsdk.forms.probe.Probeformular.NACHWEIS;
import static de.kommunalsdk.forms.probe.Probeformular.NAME;
import static de.kommunalsdk.forms.probe.Probeformular.SCHULE;
import static de.kommunalsdk.forms.probe.Probeformular.SCHULNAME;
import static de.kommunalsdk.forms.probe.Probeformular.TELEFON;
import static de.kommunalsdk.forms.probe.Probeformular.UHRZEIT;
import static de.kommunalsdk.forms.probe.Probeformular.VOLLSTAENDIG;
import static de.kommunalsdk.forms.probe.Probeformular.VORNAME;
import static de.kommunalsdk.forms.probe.Probeformular.ZAHL;
import static de.kommunalsdk.forms.probe.Probeformular.ZEITPUNKT;
import static de.kommunalsdk.forms.probe.Probeformular.ZEUGNIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.kommunalsdk.antrag.Anlage;
import de.kommunalsdk.antrag.AnlageId;
import de.kommunalsdk.antrag.Antrag;
import de.kommunalsdk.dienst.DienstRef;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.forms.antworten.Antworten;
import de.kommunalsdk.forms.definition.FormFehler;
import de.kommunalsdk.forms.definition.Formular;
import de.kommunalsdk.forms.probe.Probeantrag;
import de.kommunalsdk.forms.probe.Probedienst;
import de.kommunalsdk.forms.probe.Probeschema;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.schema.SchemaFehler;
import de.kommunalsdk.uebermittlung.Paket;
import de.kommunalsdk.uebermittlung.Paket.Rolle;
import de.kommunalsdk.xfall.Anlagewert;
import de.kommunalsdk.xfall.Gruppenwert;
import de.kommunalsdk.xfall.XfallFehler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormularPaketbauerTest {

    private static final Antworten VOLL = VOLLSTAENDIG
            .mit(NAME, "Müller & Söhne <GmbH>")
            .mit(GANZZAHL, "7")
            .mit(ZAHL, "1.50")
            .mit(GELD, "12.50")
            .mit(UHRZEIT, "08:15:00")
            .mit(ZEITPUNKT, "2026-11-23T08:15:00")
            .mit(KIND + "-1." + VORNAME, "Ada")
            .mit(KIND + "-2." + VORNAME, "Bea")
            .mit(KIND + "-2." + SCHULE + "-1." + SCHULNAME, "Nord")
            .mit(TELEFON + "-2", "0241 1");

    private static Paket paket(Formular formular, Antworten antworten, Anlage... anlagen) {
        Antrag antrag = Probeantrag.eingefroren(formular, antworten, HEUTE, List.of(anlagen));
        return Probeantrag.paketbauer(formular).baue(antrag, "schluessel-1");
    }

    @Test
    void theXmlHoldsEveryAnswerInTheOrderOfTheSchema() {
        assertThat(Probeantrag.text(paket(FORMULAR, VOLL), Rolle.FACHDATEN_XML))
                .isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + "<S05999000901V1.0.0 xmlns=\"urn:fim-de:xfall:xdf3:S05999000901V1.0.0\">"
                        + "<G05999000911><F05999000911>Müller &amp; Söhne &lt;GmbH&gt;</F05999000911>"
                        + "<F05999000912>1985-02-03</F05999000912></G05999000911>"
                        + "<G05999000912><F05999000921>7</F05999000921><F05999000922>1.50</F05999000922>"
                        + "<F05999000923>12.50</F05999000923><F05999000925>08:15:00</F05999000925>"
                        + "<F05999000926>2026-11-23T08:15:00</F05999000926><F05999000927>true</F05999000927>"
                        + "<F05999000928>A</F05999000928><F05999000931>fester Wert</F05999000931>"
                        + "<F05999000932>verborgener Wert</F05999000932></G05999000912>"
                        + "<G05999000913><F05999000941>Ada</F05999000941></G05999000913>"
                        + "<G05999000913><F05999000941>Bea</F05999000941>"
                        + "<G05999000914><F05999000943>Nord</F05999000943></G05999000914></G05999000913>"
                        + "<F05999000951>0241 1</F05999000951></S05999000901V1.0.0>");
    }

    @Test
    void theJsonHoldsTheSame() throws IOException {
        ObjectMapper json = new ObjectMapper();

        assertThat(json.readTree(Probeantrag.text(paket(FORMULAR, VOLL), Rolle.FACHDATEN_JSON)))
                .isEqualTo(
                        json.readTree(
                                """
                                {"G05999000911": {"F05999000911": "Müller & Söhne <GmbH>", "F05999000912": "1985-02-03"},
                                 "G05999000912": {"F05999000921": 7, "F05999000922": 1.50, "F05999000923": 12.50,
                                   "F05999000925": "08:15:00", "F05999000926": "2026-11-23T08:15:00",
                                   "F05999000927": true, "F05999000928": "A",
                                   "F05999000931": "fester Wert", "F05999000932": "verborgener Wert"},
                                 "G05999000913": [{"F05999000941": "Ada"},
                                   {"F05999000941": "Bea", "G05999000914": [{"F05999000943": "Nord"}]}],
                                 "F05999000951": ["0241 1"]}
                                """));
    }

    @Test
    void thePacketNamesWhatItIs() throws Exception {
        Antrag antrag = Probeantrag.eingefroren(FORMULAR, VOLL, HEUTE, List.of());
        Paket paket = Probeantrag.paketbauer(FORMULAR).baue(antrag, "schluessel-1");

        assertThat(paket.schluessel()).isEqualTo("schluessel-1");
        assertThat(paket.ars()).isEqualTo("051110000000");
        assertThat(paket.antrag()).isEqualTo(antrag.id());
        assertThat(paket.dienst()).isEqualTo(FORMULAR.dienst().ref());
        assertThat(paket.leistungsschluessel()).isEqualTo("99102013104000");
        assertThat(paket.vorgangsnummer()).isEqualTo(antrag.vorgangsnummer());
        assertThat(paket.eingegangenAm()).isEqualTo(Probeantrag.EINGANG);
        assertThat(paket.teile())
                .extracting(Paket.Teil::dateiname, Paket.Teil::medientyp, Paket.Teil::schema)
                .containsExactly(
                        tuple("fachdaten.xml", "application/xml", "S05999000901V1.0.0"),
                        tuple("fachdaten.json", "application/json", "S05999000901V1.0.0"));
        for (Paket.Teil teil : paket.teile()) {
            byte[] bytes = Probeantrag.bytes(teil);
            assertThat(Probeantrag.bytes(teil)).as("opened twice").isEqualTo(bytes);
            assertThat(teil.groesse()).isEqualTo(bytes.length);
            assertThat(teil.sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        }
    }

    @Test
    void theSameAntragGivesTheSameBytes() {
        assertThat(Probeantrag.text(paket(FORMULAR, VOLL), Rolle.FACHDATEN_XML))
                .isEqualTo(Probeantrag.text(paket(FORMULAR, VOLL), Rolle.FACHDATEN_XML));
        assertThat(Probeantrag.text(paket(FORMULAR, VOLL), Rolle.FACHDATEN_JSON))
                .isEqualTo(Probeantrag.text(paket(FORMULAR, VOLL), Rolle.FACHDATEN_JSON));
    }

    @Test
    void filesTravelUnderNamesOfOurOwnWhateverTheyWereCalled() {
        Formular viele = new Probedienst(
                        "", Probeschema.schema(Probeschema.feld("0:20", "F05999000101", "Datei", "file")))
                .formular();
        List<Anlage> anlagen = List.of(
                Probeantrag.anlage("nachweis.pdf", "application/pdf"),
                Probeantrag.anlage("nachweis.pdf", "application/pdf"),
                Probeantrag.anlage("NACHWEIS.PDF", "application/pdf"),
                Probeantrag.anlage("fachdaten.xml", "image/png"),
                Probeantrag.anlage("../../etc/passwd", "image/jpeg"),
                Probeantrag.anlage("C:\\temp\\con.exe", "application/x-msdownload"),
                Probeantrag.anlage("Größe & <Maß> \u202egnp.pdf", "application/pdf"),
                Probeantrag.anlage(".htaccess", "text/plain"),
                Probeantrag.anlage("a".repeat(150) + ".pdf", "application/pdf"),
                Probeantrag.anlage("", "application/pdf"));

        Paket paket = paket(
                viele,
                Antworten.LEER.mitAnlagen(
                        "F05999000101", anlagen.stream().map(Anlage::id).toList()),
                anlagen.toArray(Anlage[]::new));

        List<Paket.Teil> dateien =
                paket.teile().stream().filter(t -> t.rolle() == Rolle.ANLAGE).toList();
        assertThat(dateien)
                .extracting(Paket.Teil::dateiname)
                .containsExactly(
                        "anlage-1.pdf",
                        "anlage-2.pdf",
                        "anlage-3.pdf",
                        "anlage-4.png",
                        "anlage-5.jpg",
                        "anlage-6.bin",
                        "anlage-7.pdf",
                        "anlage-8.bin",
                        "anlage-9.pdf",
                        "anlage-10.pdf");
        assertThat(paket.teile())
                .extracting(Paket.Teil::dateiname)
                .doesNotHaveDuplicates()
                .allMatch(n -> n.matches("[A-Za-z0-9_-][A-Za-z0-9._-]{0,119}"));
        assertThat(dateien)
                .extracting(Paket.Teil::anzeigename)
                .isEqualTo(anlagen.stream().map(Anlage::dateiname).toList());
        assertThat(Probeantrag.text(paket, Rolle.FACHDATEN_XML))
                .contains("<F05999000101>anlage-1.pdf</F05999000101>", "<F05999000101>anlage-10.pdf</F05999000101>")
                .doesNotContain("passwd", "Größe");
        assertThat(dateien).allSatisfy(t -> assertThat(Probeantrag.bytes(t)).isEqualTo(Probeantrag.INHALT));
    }

    @Test
    void aFileAtTwoPlacesTravelsOnce() {
        Anlage datei = Probeantrag.anlage("a.pdf", "application/pdf");
        String zeugnis = KIND + "-1." + SCHULE + "-1." + ZEUGNIS;
        Paket paket = paket(
                FORMULAR,
                VOLL.mitAnlagen(NACHWEIS, List.of(datei.id())).mitAnlagen(zeugnis, List.of(datei.id())),
                datei);

        assertThat(paket.teile()).filteredOn(t -> t.rolle() == Rolle.ANLAGE).hasSize(1);
        assertThat(Probeantrag.text(paket, Rolle.FACHDATEN_XML))
                .contains("<F05999000944>anlage-1.pdf</F05999000944>", "<F05999000952>anlage-1.pdf</F05999000952>");
    }

    @Test
    void anObjectIsDeliveredLikeAFile() {
        Formular formular = new Probedienst(
                        "", Probeschema.schema(Probeschema.feld("1:1", "F05999000101", "Objekt", "obj")))
                .formular();
        Anlage datei = Probeantrag.anlage("a.pdf", "application/pdf");

        Paket paket = paket(formular, Antworten.LEER.mitAnlagen("F05999000101", List.of(datei.id())), datei);

        assertThat(Probeantrag.text(paket, Rolle.FACHDATEN_XML)).contains("<F05999000101>anlage-1.pdf</F05999000101>");
    }

    @Test
    void whatIsGoneIsNamed() {
        Antrag antrag = Probeantrag.eingefroren(FORMULAR, VOLL, HEUTE, List.of());
        FormularPaketbauer bauer = Probeantrag.paketbauer(FORMULAR);

        abgelehnt(
                bauer,
                mit(antrag, new DienstRef(antrag.dienst().id(), "2.0.0"), antrag.mandant(), antrag.inhalt()),
                FormFehler.EINGEFROREN);
        abgelehnt(
                bauer, mit(antrag, antrag.dienst(), new MandantId("andere"), antrag.inhalt()), FormFehler.EINGEFROREN);
        // a file that the answers name but the Antrag does not have
        abgelehnt(
                bauer,
                Probeantrag.eingefroren(FORMULAR, VOLL.mitAnlagen(NACHWEIS, List.of(AnlageId.neu())), HEUTE, List.of()),
                FormFehler.EINGEFROREN);
    }

    @Test
    void whatDoesNotFitTheFormIsRefused() {
        Antrag antrag = Probeantrag.eingefroren(FORMULAR, VOLL, HEUTE, List.of());
        FormularPaketbauer bauer = Probeantrag.paketbauer(FORMULAR);
        byte[] fremd = Fachdaten.friereEin(FORMULAR, VOLL.mit("F99999999999", "Mustermann"));
        byte[] falsch = Fachdaten.friereEin(FORMULAR, VOLL.mit(GANZZAHL, "Mustermann"));

        abgelehnt(bauer, mit(antrag, antrag.dienst(), antrag.mandant(), fremd), XfallFehler.UNBEKANNTES_ELEMENT);
        abgelehnt(bauer, mit(antrag, antrag.dienst(), antrag.mandant(), falsch), XfallFehler.FALSCHE_FORM);
        abgelehnt(
                bauer,
                mit(antrag, antrag.dienst(), antrag.mandant(), "Mustermann".getBytes(StandardCharsets.UTF_8)),
                FormFehler.ENTWURF);
    }

    @Test
    void whatTheSchemaDemandsAndNobodyGaveIsFoundAndDeliveredAllTheSame() {
        FormularPaketbauer bauer = Probeantrag.paketbauer(FORMULAR);
        Gruppenwert ohneName = Instanzwerte.von(
                Fachdaten.sichtbare(FORMULAR, VOLL.mit(NAME, ""), HEUTE), id -> new Anlagewert("a", "0", "b"));
        Gruppenwert ganz =
                Instanzwerte.von(Fachdaten.sichtbare(FORMULAR, VOLL, HEUTE), id -> new Anlagewert("a", "0", "b"));

        assertThat(bauer.verstoesse(FORMULAR, ohneName)).singleElement().satisfies(p -> {
            assertThat(p.code()).isEqualTo(SchemaFehler.FEHLT);
            assertThat(p.stelle().pfad()).contains("F05999000911");
        });
        assertThat(bauer.verstoesse(FORMULAR, ganz)).isEmpty();
        assertThat(paket(FORMULAR, VOLL.mit(NAME, "")).teile()).hasSize(2);
    }

    private static void abgelehnt(FormularPaketbauer bauer, Antrag antrag, Fehlercode code) {
        assertThatThrownBy(() -> bauer.baue(antrag, "s"))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.fehlercode()).isEqualTo(code))
                .hasMessageNotContaining("Mustermann");
    }

    private static Antrag mit(Antrag a, DienstRef dienst, MandantId mandant, byte[] inhalt) {
        return new Antrag(
                a.id(),
                mandant,
                dienst,
                a.status(),
                a.vorgangsnummer(),
                a.eingegangenAm(),
                inhalt,
                a.inhaltSha256(),
                a.anlagen());
    }
}
