/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.store.internal;

import de.kommunalsdk.anmeldung.Anmeldenachweis;
import de.kommunalsdk.anmeldung.Anmeldenachweise;
import de.kommunalsdk.antrag.AntragId;
import de.kommunalsdk.crypto.Verschluesselung;
import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.mandant.MandantId;
import de.kommunalsdk.postfach.Postfachadresse;
import de.kommunalsdk.postfach.Postfachadressen;
import de.kommunalsdk.store.StoreFehler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** One row for each Antrag with a login; both parts are encrypted, each bound to its place. */
public final class JdbiAnmeldenachweise implements Anmeldenachweise, Postfachadressen {

    private static final String STELLE = " where mandant_id = :mandant and antrag_id = :antrag";

    private final Datenbank datenbank;
    private final Verschluesselung verschluesselung;

    /** In this database. */
    public JdbiAnmeldenachweise(Datenbank datenbank, Verschluesselung verschluesselung) {
        this.datenbank = datenbank;
        this.verschluesselung = verschluesselung;
    }

    @Override
    public void merke(MandantId mandant, AntragId antrag, Anmeldenachweis nachweis) {
        if (nachweis.bericht().length > HOECHSTENS) {
            throw new InvalidInput(
                    StoreFehler.ZU_GROSS, nachweis.bericht().length + " Byte, erlaubt sind " + HOECHSTENS);
        }
        byte[] bericht = geheim(nachweis.bericht(), Orte.bericht(mandant, antrag));
        byte[] postfach = geheim(
                nachweis.postfach().map(JdbiAnmeldenachweise::bytes).orElse(new byte[0]),
                Orte.postfach(mandant, antrag));
        datenbank.transaktion(h -> {
            // its row is held, so that nothing is kept of what is deleted at this moment
            boolean da = an(h.createQuery("select 1 from ozg_antrag" + STELLE + " for update"), mandant, antrag)
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent();
            if (da) {
                an(h.createUpdate("delete from ozg_anmeldung" + STELLE), mandant, antrag)
                        .execute();
                an(
                                h.createUpdate("insert into ozg_anmeldung (mandant_id, antrag_id, bericht, postfach)"
                                        + " values (:mandant, :antrag, :bericht, :postfach)"),
                                mandant,
                                antrag)
                        .bind("bericht", bericht)
                        .bind("postfach", postfach)
                        .execute();
            }
            return da;
        });
    }

    @Override
    public Optional<byte[]> bericht(MandantId mandant, AntragId antrag) {
        return lies("bericht", mandant, antrag, Orte.bericht(mandant, antrag));
    }

    @Override
    public Optional<Postfachadresse> zu(MandantId mandant, AntragId antrag) {
        return lies("postfach", mandant, antrag, Orte.postfach(mandant, antrag)).map(JdbiAnmeldenachweise::adresse);
    }

    private Optional<byte[]> lies(String spalte, MandantId mandant, AntragId antrag, String ort) {
        return datenbank
                .transaktion(
                        h -> an(h.createQuery("select " + spalte + " from ozg_anmeldung" + STELLE), mandant, antrag)
                                .map((rs, ctx) -> rs.getBytes(1))
                                .findOne())
                .filter(geheim -> geheim.length > 0)
                .map(geheim -> verschluesselung.entschluessle(geheim, ort));
    }

    private byte[] geheim(byte[] klar, String ort) {
        return klar.length == 0 ? klar : verschluesselung.verschluessle(klar, ort);
    }

    private static <T extends SqlStatement<T>> T an(T anweisung, MandantId mandant, AntragId antrag) {
        return anweisung.bind("mandant", mandant.wert()).bind("antrag", antrag.wert());
    }

    private static byte[] bytes(Postfachadresse p) {
        return String.join("\0", p.quelle(), p.adresse(), p.antragskennung().orElse(""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Postfachadresse adresse(byte[] bytes) {
        List<String> teile = List.of(new String(bytes, StandardCharsets.UTF_8).split("\0", -1));
        return new Postfachadresse(
                teile.get(0), teile.get(1), Optional.of(teile.get(2)).filter(k -> !k.isEmpty()));
    }
}
