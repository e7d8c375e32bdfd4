/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "fault.h"

GQuark fault_quark(void)
{
	return g_quark_from_static_string("minutebook-fault");
}
