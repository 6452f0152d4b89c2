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
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The interruption of an Antrag: its resume code, shown and, where the portal sends mail, mailed. */
final class Unterbrechungsseiten {

    private static final DateTimeFormatter TAG =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT).withZone(ZoneId.of("Europe/Berlin"));
    private static final Duration FENSTER = Duration.ofDays(1);
    private static final Duration NACHSENDEN = Duration.ofHours(1);
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
    void unterbrechen(Vorgang v) throws IOException {
        zeige(v, neuerCode(v), "", "", Optional.empty());
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
                gesendet = nachfolger(v, code);
                if (!sende(v, gesendet, adresse.get())) {
                    unterbrechen(v);
                    return;
                }
            }
            sdk.stosseAn();
            zeige(v, gesendet, "", adresse.get().wert(), Optional.empty());
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

    /** The code in place of one that is over: a page that is sent twice makes one code and one mail. */
    private String nachfolger(Vorgang v, String code) {
        Kurzablage ablage = sdk.datenhaltung().kurzablage();
        MandantId mandant = v.a().mandant().id();
        String id = v.entwurf().id().wert();
        String anfang = code + "\n";
        Optional<String> da = ablage.lies(mandant, Kurzablage.CODE_DANACH, id)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .filter(text -> text.startsWith(anfang))
                .map(text -> text.substring(anfang.length()));
        if (da.isPresent()) {
            return da.get();
        }
        String neu = neuerCode(v);
        byte[] inhalt = (anfang + neu).getBytes(StandardCharsets.UTF_8);
        ablage.loesche(mandant, Kurzablage.CODE_DANACH, id);
        ablage.legeAb(
                mandant,
                Kurzablage.CODE_DANACH,
                id,
                inhalt,
                sdk.clock().instant().plus(NACHSENDEN));
        return neu;
    }

    /** The code of the page before, as it was shown; a form that was tampered with gets a new one. */
    private String gueltiger(Vorgang v, String code) {
        return istCode(code) ? code : neuerCode(v);
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
                                TAG.format(v.entwurf().laeuftAb()),
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
