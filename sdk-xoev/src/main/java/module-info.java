/* SPDX-License-Identifier: EUPL-1.2 */
/** Data standards: code lists, XDatenfelder, XFall. */
module de.kommunalsdk.xoev {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires transitive de.kommunalsdk.core;

    exports de.kommunalsdk.codeliste;
    exports de.kommunalsdk.schema;
    exports de.kommunalsdk.xdatenfelder;
    exports de.kommunalsdk.xdatenfelder.pruefung;
    exports de.kommunalsdk.xfall;
}
