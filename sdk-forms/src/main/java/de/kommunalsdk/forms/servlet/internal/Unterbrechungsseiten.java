/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.servlet.internal;

import de.kommunalsdk.benachrichtigung.Mailadresse;
import de.kommunalsdk.dienst.OzgDienst;
import de.kommunalsdk.error.Fehlercode;
import de.kommunalsdk.forms.KommunalSdk;
import de.kommunalsdk.forms.entwurf.Beiseite;
import de.kommunalsdk.forms.entwurf.EntwurfFehler;
import de.kommunalsdk.forms.entwurf.Entwurfsbriefe;
import de.kommunalsdk.forms.seiten.Ansicht;
import de.kommunalsdk.forms.seiten.Unterbrechungsansicht;
import de.kommunalsdk.kurzablage.Kurzablage;
import de.kommunalsdk.mandant.MandantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The interruption of an Antrag: its resume code, shown and, where the portal sends mail, mailed. */
final class Unterbrechungsseiten {

    /** Below a draft: its resume code. */
    static final String PFAD = "unterbrochen";

    private static final Duration FENSTER = Duration.ofDays(1);
    private static final Duration ZEIGEN = Duration.ofHours(1);
    private static final int JE_ENTWURF = 10;
    private static final int JE_ADRESSE = 10; // whoever it is that types it: nobody's mailbox is to be filled from here
    private static final int MAX_EINGABE = 254;

    private final KommunalSdk sdk;
    private final Antwortschreiber schreiber;

    Unterbrechungsseiten(KommunalSdk sdk, Antwortschreiber schreiber) {
        this.sdk = sdk;
        this.schreiber = schreiber;
    }

    /** Makes a new code. */
    void unterbrechen(Vorgang v) {
        merke(v, neuerCode(v), "");
        v.a().leiteWeiter(v.pfad() + "/" + PFAD);
    }

    /** Shows the code, the same one however often the page is loaded. */
    void zeige(Vorgang v) throws IOException {
        Optional<Gezeigt> gezeigt = gezeigt(v);
        if (gezeigt.isPresent()) {
            zeige(v, gezeigt.get().code(), "", gezeigt.get().gesendetAn(), Optional.empty());
        } else {
            v.a().leiteWeiter(v.pfad()); // where one can be made again
        }
    }

    /** Mails the code that the page shows; it is shown again, for a mail may not arrive. */
    void sendePost(Vorgang v) throws IOException {
        if (sdk.benachrichtigung().isEmpty()) {
            unterbrechen(v);
            return;
        }
        String code = parameter(v, "code");
        String getippt = parameter(v, "email");
        Optional<Mailadresse> adresse = Mailadresse.lies(getippt);
        if (adresse.isEmpty()) {
            zeige(v, gueltiger(v, code), getippt, "", Optional.of(EntwurfFehler.MAILADRESSE));
        } else if (!erlaubt(v, adresse.get())) {
            zeige(v, gueltiger(v, code), getippt, "", Optional.of(EntwurfFehler.ZU_VIEL_POST));
        } else {
            String gesendet = code;
            if (!sende(v, code, adresse.get())) { // another tab made a new one, or redeemed it
                gesendet = gezeigt(v).map(Gezeigt::code).orElseGet(() -> neuerCode(v));
                if (!sende(v, gesendet, adresse.get())) {
                    unterbrechen(v);
                    return;
                }
            }
            sdk.stosseAn();
            merke(v, gesendet, adresse.get().wert());
            v.a().leiteWeiter(v.pfad() + "/" + PFAD);
        }
    }

    private boolean sende(Vorgang v, String code, Mailadresse an) {
        OzgDienst dienst = v.formular().dienst();
        Locale sprache = v.a().gewaehlteSprache();
        return istCode(code)
                && sdk.datenhaltung()
                        .entwurfspost()
                        .sendeCode(
                                v.a().mandant().id(),
                                v.entwurf().id(),
                                code,
                                Entwurfsbriefe.code(
                                        v.a().mandant(),
                                        dienst,
                                        sprache,
                                        an,
                                        code,
                                        v.entwurf().laeuftAb()),
                                sprache,
                                dienst.entwurf().erinnerung());
    }

    private boolean erlaubt(Vorgang v, Mailadresse an) {
        String wo = "post:" + v.a().mandant().id() + ":";
        return sdk.datenhaltung().grenze().erlaubt(wo + v.entwurf().id(), JE_ENTWURF, FENSTER)
                && sdk.datenhaltung().grenze().erlaubt(wo + an.wert().toLowerCase(Locale.ROOT), JE_ADRESSE, FENSTER);
    }

    private String neuerCode(Vorgang v) {
        return sdk.datenhaltung()
                .antraege()
                .fortsetzungscode(v.a().mandant().id(), v.entwurf().id());
    }

    /** What the page shows; empty when the code was redeemed, or is shown no longer. */
    private Optional<Gezeigt> gezeigt(Vorgang v) {
        return sdk.datenhaltung()
                .kurzablage()
                .lies(v.a().mandant().id(), Kurzablage.CODE, v.entwurf().id().wert())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).split("\n", 2))
                .map(teile -> new Gezeigt(teile[0], teile[1]))
                .filter(gezeigt -> gilt(v, gezeigt.code())); // of two tabs the last one's code is good
    }

    private void merke(Vorgang v, String code, String gesendetAn) {
        Kurzablage ablage = sdk.datenhaltung().kurzablage();
        MandantId mandant = v.a().mandant().id();
        String id = v.entwurf().id().wert();
        byte[] inhalt = (code + "\n" + gesendetAn).getBytes(StandardCharsets.UTF_8);
        Instant bis = sdk.clock().instant().plus(ZEIGEN);
        if (!ablage.ersetze(mandant, Kurzablage.CODE, id, inhalt, bis)) {
            ablage.legeAb(mandant, Kurzablage.CODE, id, inhalt, bis);
        }
    }

    private record Gezeigt(String code, String gesendetAn) {

        @Override
        public String toString() {
            return "Gezeigt[]";
        }
    }

    /** The code of the page before, if it is still good; else the one that is, or a new one. */
    private String gueltiger(Vorgang v, String code) {
        if (istCode(code) && gilt(v, code)) {
            return code;
        }
        return gezeigt(v).map(Gezeigt::code).orElseGet(() -> neuerCode(v));
    }

    private boolean gilt(Vorgang v, String code) {
        return sdk.datenhaltung()
                .antraege()
                .istFortsetzungscode(v.a().mandant().id(), v.entwurf().id(), code);
    }

    private static boolean istCode(String code) {
        return code.matches("([A-Z2-9]{4}-){3}[A-Z2-9]{4}");
    }

    private void zeige(Vorgang v, String code, String eingabe, String gesendetAn, Optional<Fehlercode> fehler)
            throws IOException {
        OzgDienst dienst = v.formular().dienst();
        Ansicht ansicht = v.a().ansicht(v.stelle());
        String meldung = fehler.map(f -> ansicht.t(f == EntwurfFehler.MAILADRESSE ? "post.falsch" : "post.zuviel"))
                .orElse("");
        schreiber.schreibe(
                v.a(),
                fehler.isPresent() ? 422 : 200,
                "unterbrochen",
                (fehler.isPresent() ? ansicht.t("fehler.praefix") + " " : "") + ansicht.t("unterbrochen") + " – "
                        + dienst.titel(),
                v.stelle(),
                Map.of(
                        "u",
                        new Unterbrechungsansicht(
                                dienst.titel(),
                                v.pfad(),
                                code,
                                Zeiten.TAG.format(v.entwurf().laeuftAb()),
                                sdk.benachrichtigung().isPresent(),
                                dienst.entwurf().erinnerung().toDays(),
                                !Beiseite.angaben(v.antworten()).isEmpty(),
                                eingabe.substring(0, Math.min(eingabe.length(), MAX_EINGABE)),
                                gesendetAn,
                                meldung,
                                fehler.map(Fehlercode::code).orElse(""))));
    }

    private static String parameter(Vorgang v, String name) {
        return Optional.ofNullable(v.a().http().getParameter(name)).orElse("");
    }
}
