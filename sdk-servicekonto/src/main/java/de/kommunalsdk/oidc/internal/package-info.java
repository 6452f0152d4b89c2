/* SPDX-License-Identifier: EUPL-1.2 */
/** Not for use outside: the steps of the flow and of the verifier. The only place that looks at the JOSE library. */
@NullMarked
package de.kommunalsdk.oidc.internal;

import org.jspecify.annotations.NullMarked;
